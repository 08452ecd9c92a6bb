package dealscope.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles that are pairwise one text into groups, and finds the origin of each. The same members and pairs give
 * the same groups in whatever order they come.
 *
 * <p>The oldest article leads; each next one joins the oldest leader with which it is one text, else it leads a group of
 * its own. So a chain of small changes does not make two stories one.
 *
 * <p>The origin is, of the articles that have at least half the text of the longest: that of the outlet which the others
 * credit; else the oldest that credits nobody; else the oldest.
 */
public final class StoryGroups {
    /**
     * What grouping needs to know of an article.
     *
     * @param length in words
     */
    public record Member(
            String id,
            String publisher,
            @Nullable Instant published,
            @Nullable String credit,
            int length) {
        public static Member of(StoryText text) {
            return new Member(text.id(), text.publisher(), text.published(), text.credit(), text.length());
        }
    }

    private static final Comparator<Member> OLDEST = Comparator.comparing(
                    Member::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Member::id);

    private StoryGroups() {}

    /**
     * The id of the origin for each member.
     *
     * @param pairs for each id the ids with which it is one text, in both directions
     */
    public static Map<String, String> origins(Collection<Member> members, Map<String, Set<String>> pairs) {
        List<List<Member>> groups = new ArrayList<>();
        for (Member member : members.stream().sorted(OLDEST).toList()) {
            Set<String> same = pairs.getOrDefault(member.id(), Set.of());
            List<Member> group = groups.stream()
                    .filter(each -> same.contains(each.getFirst().id()))
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(member);
        }
        Map<String, String> origins = new HashMap<>();
        for (List<Member> group : groups) {
            String origin = origin(group);
            group.forEach(member -> origins.put(member.id(), origin));
        }
        return origins;
    }

    private static String origin(List<Member> group) {
        int longest = group.stream().mapToInt(Member::length).max().orElse(0);
        List<Member> whole =
                group.stream().filter(member -> member.length() * 2 >= longest).toList();
        Map<String, Integer> credits = new HashMap<>();
        for (Member member : group) {
            if (member.credit() != null) {
                credits.merge(Outlets.key(member.credit()), 1, Integer::sum);
            }
        }
        return whole.stream()
                .max(Comparator.comparing((Member member) -> credits.getOrDefault(Outlets.key(member.publisher()), 0))
                        .thenComparing(member -> member.credit() == null)
                        .thenComparing(OLDEST.reversed()))
                .map(Member::id)
                .orElseThrow();
    }
}
