package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link DraftJudge} looks at in a draft: how often, where and how surely it is told, who its parties are and how
 * much the article speaks of them, its amounts, and the drafts beside it. Each feature is a readable word.
 */
final class DraftFeatures {
    /** No frame tells it surely, and the pair model is not sure of any line. */
    static final String FAINT = "faint";

    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<String> titled = new HashSet<>();
    private final List<Draft> drafts;

    DraftFeatures(List<Line> lines, List<Draft> drafts) {
        this.drafts = drafts;
        Map<String, Integer> counts = new HashMap<>();
        for (Line line : lines) {
            for (Party party : line.parties()) {
                counts.merge(party.root(), 1, Integer::sum);
                if (line.inTitle()) {
                    titled.add(party.root());
                }
            }
        }
        List<String> roots = new ArrayList<>(counts.keySet());
        roots.sort(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < roots.size(); i++) {
            ranks.put(roots.get(i), i + 1);
        }
    }

    List<String> of(Draft draft) {
        Set<String> features = new LinkedHashSet<>();
        tellings(features, draft);
        place(features, draft);
        parties(features, draft);
        beside(features, draft);
        features.add("amounts=" + Math.min(2, draft.amounts.size()));
        draft.amounts.forEach(a -> features.add("amount " + a.role()));
        return List.copyOf(features);
    }

    private static void tellings(Set<String> features, Draft draft) {
        List<Candidate> framed =
                draft.tellings.stream().filter(t -> !t.frame().isLearned()).toList();
        List<Double> learned = draft.tellings.stream()
                .filter(t -> t.frame().isLearned())
                .map(Candidate::weight)
                .sorted(Comparator.reverseOrder())
                .toList();
        double best = framed.stream().mapToDouble(Candidate::weight).max().orElse(0);
        features.add("framed=" + Math.min(3, framed.size()));
        features.add("best frame=" + tenths(best));
        framed.forEach(t -> features.add("cue=" + t.frame().cue() + (t.frame().verb() ? " v" : " n")));
        features.add("learned=" + Math.min(3, learned.size()) + (framed.isEmpty() ? " alone" : ""));
        if (!learned.isEmpty()) {
            features.add("surest=" + twentieths(learned.getFirst()) + (framed.isEmpty() ? " alone" : ""));
        }
        if (learned.size() > 1) {
            features.add("second=" + tenths(learned.get(1)));
        }
        boolean sure = !learned.isEmpty() && learned.getFirst() >= PairFinder.BELIEVED;
        if (framed.isEmpty() ? !sure : draft.weight() < DealFinder.SURE) {
            features.add(FAINT);
        }
        double missing = 1;
        for (Candidate telling : draft.tellings) {
            missing *= 1 - Math.min(0.98, telling.weight() * 0.9);
        }
        features.add("together=" + tenths(1 - missing));
        features.add("weight=" + tenths(draft.weight()));
    }

    private static void place(Set<String> features, Draft draft) {
        boolean title = draft.tellings.stream().anyMatch(t -> t.line().inTitle());
        int first = draft.tellings.stream()
                .filter(t -> !t.line().inTitle())
                .mapToInt(t -> t.line().number())
                .min()
                .orElse(-1);
        String where = first < 0 ? "never" : first <= 1 ? "lead" : first <= 3 ? "soon" : first <= 7 ? "middle" : "late";
        features.add("title=" + title);
        features.add("text=" + where);
        features.add("place=" + title + " " + where);
    }

    private void parties(Set<String> features, Draft draft) {
        String payer = PairFeatures.kind(draft.payer());
        String payee = PairFeatures.kind(draft.payee());
        DealType type = draft.type();
        String sides = (draft.payer().isEmpty() ? "none" : "one") + ">"
                + (draft.payee().isEmpty() ? "none" : "one");
        features.add("sides=" + sides);
        features.add("sides=" + sides + " " + type);
        features.add("type=" + type);
        features.add("payer=" + type + " " + (draft.payer().isEmpty() ? "none" : payer));
        features.add("payee=" + type + " " + (draft.payee().isEmpty() ? "none" : payee));
        features.add("pays=" + payer + ">" + payee);
        boolean sure = draft.parties().stream().allMatch(Party::sure);
        features.add("sure=" + sure);
        List<Integer> known = draft.parties().stream()
                .map(p -> Math.min(4, ranks.getOrDefault(p.root(), 9)))
                .sorted()
                .toList();
        features.add("ranks=" + known);
        long inTitle = draft.parties().stream()
                .map(Party::root)
                .distinct()
                .filter(titled::contains)
                .count();
        features.add("titled=" + Math.min(2, inTitle) + " of "
                + Math.min(2, draft.parties().size()));
    }

    private void beside(Set<String> features, Draft draft) {
        features.add("drafts=" + Math.min(6, drafts.size()));
        boolean samePair = false;
        boolean rival = false;
        boolean openRival = false;
        for (Draft other : drafts) {
            if (other == draft) {
                continue;
            }
            samePair |= draft.twoSided() && other.samePair(draft.payer(), draft.payee());
            boolean shares = Party.overlap(draft.parties(), other.parties());
            boolean line = other.lines.stream().anyMatch(draft.lines::contains);
            rival |= shares && line && other.weight() > draft.weight();
            openRival |= shares && !other.twoSided() && other.type() == draft.type();
        }
        features.add("same pair=" + samePair);
        features.add("rival=" + rival);
        features.add("open rival=" + openRival);
    }

    private static String tenths(double share) {
        return Long.toString(Math.round(share * 10));
    }

    private static String twentieths(double share) {
        return Long.toString(Math.round(share * 20));
    }
}
