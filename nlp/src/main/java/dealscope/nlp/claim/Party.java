package dealscope.nlp.claim;

import dealscope.deal.Company;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company where the text names it or speaks of it.
 *
 * @param root id of the topmost parent; parties of one root are one party
 * @param industry the fact file's kind, null when in no list
 * @param inTitle whether the words stand in the title
 * @param sure false when it is only a name that may be a company
 */
record Party(
        Company company, String root, @Nullable String industry, int start, int end, boolean inTitle, boolean sure) {
    boolean same(Party other) {
        return root.equals(other.root);
    }

    static boolean overlap(Collection<Party> a, Collection<Party> b) {
        return a.stream().anyMatch(x -> b.stream().anyMatch(x::same));
    }

    /** Each company once, the first telling stays. */
    static List<Party> distinct(Collection<Party> parties) {
        Map<String, Party> byId = new LinkedHashMap<>();
        for (Party party : parties) {
            byId.putIfAbsent(party.company.id(), party);
        }
        return List.copyOf(byId.values());
    }

    /** Those that are not the very companies of the others, though they may belong to the same group. */
    static List<Party> others(Collection<Party> parties, Collection<Party> others) {
        return parties.stream()
                .filter(p -> others.stream().noneMatch(o -> o.company.id().equals(p.company.id())))
                .toList();
    }

    static List<Party> without(Collection<Party> parties, Collection<Party> others) {
        return parties.stream().filter(p -> others.stream().noneMatch(p::same)).toList();
    }
}
