package dealscope.ledger;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A deal on its way from cluster to record: its type, its parties and who has a say on the rest.
 *
 * @param members all reports, in {@link Told#ORDER}
 * @param voices those that have a say, see {@link Choice}
 */
record Draft(
        Cluster cluster,
        List<Told> members,
        List<Told> voices,
        Copies copies,
        DealType type,
        Parties parties,
        Value value) {

    /** Dated drafts first, by date, then by their first report. */
    static final Comparator<Draft> ORDER = Comparator.comparing(
                    (Draft draft) -> draft.cluster.first(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(draft -> draft.members.getFirst(), Told.ORDER);

    static Draft of(Cluster cluster, UnaryOperator<String> root) {
        List<Told> members = cluster.members().stream().sorted(Told.ORDER).toList();
        Map<String, Coverage> articles = new LinkedHashMap<>();
        members.forEach(told -> articles.putIfAbsent(told.id().articleId(), told.article()));
        Copies copies = new Copies(List.copyOf(articles.values()));
        List<Told> independent = members.stream()
                .filter(told -> !copies.isCopy(told.id().articleId()))
                .toList();
        List<Told> main = independent.stream().filter(Told::main).toList();
        List<Told> voices = main.isEmpty() ? independent : main;
        DealType type = type(voices);
        return new Draft(cluster, members, voices, copies, type, Parties.of(type, voices, root), Value.of(voices));
    }

    /** What most say; "partnership" only when nobody says which way the money goes. */
    private static DealType type(List<Told> voices) {
        Map<DealType, Integer> votes = new EnumMap<>(DealType.class);
        voices.forEach(told -> votes.merge(told.report().type(), 1, Integer::sum));
        if (votes.size() > 1) {
            votes.remove(DealType.PARTNERSHIP);
        }
        DealType best = null;
        for (Map.Entry<DealType, Integer> vote : votes.entrySet()) {
            if (best == null || vote.getValue() > Objects.requireNonNull(votes.get(best))) {
                best = vote.getKey();
            }
        }
        return Objects.requireNonNull(best);
    }

    boolean main() {
        return cluster.main();
    }

    boolean twoSided() {
        return members.stream().anyMatch(Told::twoSided);
    }

    /** The id before numbering: {@code anthropic-spacex-compute-2026-05}. */
    String slug() {
        List<String> sides = new ArrayList<>();
        if (type == DealType.PARTNERSHIP) {
            parties.payer().stream().limit(2).map(Company::id).sorted().forEach(sides::add);
        } else {
            sides.add(first(parties.payer()));
            sides.add(first(parties.payee()));
        }
        YearMonth month = month();
        return String.join("-", sides) + "-" + type.label() + (month == null ? "" : "-" + month);
    }

    private static String first(List<Company> side) {
        return side.isEmpty() ? "unnamed" : side.getFirst().id();
    }

    /** Of the first main report that names both sides; of a retold deal the month that texts give for it. */
    private @Nullable YearMonth month() {
        Instant first = first(told -> told.main() && told.twoSided());
        first = first == null ? first(Told::main) : first;
        if (first == null) {
            LocalDate stated = members.stream()
                    .map(told -> told.report().announced())
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (stated != null) {
                return YearMonth.from(stated);
            }
            first = main() ? null : first(Told::twoSided);
            first = first == null && !main() ? first(told -> true) : first;
        }
        return first == null ? null : YearMonth.from(first.atZone(ZoneOffset.UTC));
    }

    private @Nullable Instant first(Predicate<Told> which) {
        return members.stream()
                .filter(which)
                .map(Told::published)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
