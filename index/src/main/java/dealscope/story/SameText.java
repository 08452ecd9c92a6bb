package dealscope.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two articles are one text: a copy, an edited copy, or the beginning of the other. Told in other words, even of
 * the same event, it is another text. To take two stories for one is the worse mistake, so doubt says no: what differs
 * must not be what a story is about, its figures and names.
 */
public final class SameText {
    /** Copies come within days; a template is filled again for months. */
    static final Duration APART = Duration.ofDays(14);

    /** Words of the beginning that must be in the other's beginning, and how far into the other we look. */
    private static final int LEAD = 30;

    private static final int LEAD_REACH = 120;
    /** An intro of the editor's own is about as long as a lead; after it the other's beginning must come. */
    private static final int LONG_LEAD = 60;

    private static final int SHINGLE = 4;
    private static final int LEAD_SHINGLE = 3;
    /** Texts below this are snippets, of which nearly all must be there. */
    private static final int SHORT = 60;

    private static final double SHORT_CONTAINED = 0.8;
    /** Of the shorter text in the longer: an editor who changes every tenth word leaves as much. */
    private static final double CONTAINED = 0.55;
    /** Both texts nearly the same, so that the lead alone may be new. */
    private static final double RESEMBLES = 0.75;

    private static final double SAME_LEAD = 0.5;
    private static final double PART_OF_LEAD = 0.3;
    /** Figures and names of the shorter text that may be missing in the longer. */
    private static final double MISSING = 0.2;
    /** A snippet without figure or name could be about anything, and must be there word for word. */
    private static final int FEWEST_MARKS = 2;

    private static final double UNMARKED_CONTAINED = 0.98;

    private static final Comparator<StoryText> SHORTER =
            Comparator.comparing((StoryText text) -> text.words().size()).thenComparing(StoryText::id);

    private SameText() {}

    public static boolean of(StoryText a, StoryText b) {
        StoryText small = SHORTER.compare(a, b) <= 0 ? a : b;
        StoryText large = small == a ? b : a;
        return small.length() > 0
                && !Series.apart(a, b)
                && near(a.published(), b.published())
                && agrees(small, large)
                && reads(small, large);
    }

    private static boolean near(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null || Duration.between(a, b).abs().compareTo(APART) <= 0;
    }

    private static boolean agrees(StoryText small, StoryText large) {
        Set<String> words = new HashSet<>(large.words());
        if (small.words().size() < SHORT) {
            return large.numbers().containsAll(small.numbers()) && missing(small.names(), words) <= 1;
        }
        return missing(small.numbers(), large.numbers())
                        <= MISSING * small.numbers().size()
                && missing(small.names(), words) <= MISSING * small.names().size()
                && leadNamesAgree(small, large)
                && leadNamesAgree(large, small);
    }

    /** Whom the story is about stands in its first words; one name more may be a place or a title. */
    private static boolean leadNamesAgree(StoryText a, StoryText b) {
        Set<String> lead =
                new HashSet<>(a.words().subList(0, Math.min(LEAD, a.words().size())));
        lead.retainAll(a.names());
        Set<String> others = new HashSet<>(b.words());
        return missing(lead, others) <= 1;
    }

    private static long missing(Set<String> of, Set<String> in) {
        return of.stream().filter(each -> !in.contains(each)).count();
    }

    private static boolean reads(StoryText small, StoryText large) {
        Set<List<String>> ofSmall = shingles(small.words(), SHINGLE);
        Set<List<String>> ofLarge = shingles(large.words(), SHINGLE);
        long common = ofSmall.stream().filter(ofLarge::contains).count();
        double contained = (double) common / Math.max(1, ofSmall.size());
        int lead = Math.min(LEAD, small.words().size());
        boolean sameLead = lead(small, large, lead) >= SAME_LEAD && lead(large, small, lead) >= SAME_LEAD;
        if (small.words().size() < SHORT) {
            boolean marked = small.numbers().size() + small.names().size() >= FEWEST_MARKS;
            return sameLead && contained >= (marked ? SHORT_CONTAINED : UNMARKED_CONTAINED);
        }
        double resemblance = (double) common / (ofSmall.size() + ofLarge.size() - common);
        return sameLead && contained >= CONTAINED
                || resemblance >= RESEMBLES
                        && lead(small, large, LONG_LEAD) >= PART_OF_LEAD
                        && lead(large, small, LONG_LEAD) >= PART_OF_LEAD;
    }

    /** How much of the first words of {@code a} stands in the beginning of {@code b}. */
    private static double lead(StoryText a, StoryText b, int words) {
        Set<List<String>> own =
                shingles(a.words().subList(0, Math.min(words, a.words().size())), LEAD_SHINGLE);
        Set<List<String>> others =
                shingles(b.words().subList(0, Math.min(LEAD_REACH, b.words().size())), LEAD_SHINGLE);
        long common = own.stream().filter(others::contains).count();
        return (double) common / Math.max(1, own.size());
    }

    private static Set<List<String>> shingles(List<String> words, int size) {
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + size <= words.size(); i++) {
            shingles.add(words.subList(i, i + size));
        }
        return shingles;
    }
}
