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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A deal on its way from cluster to record.
 *
 * <p>Its identity (type, parties, id, and how it stands to other deals) comes from its core alone, the reports that
 * name both sides, if there are any. So a report that names one side may be added to it or taken away, but never
 * changes what other deals see of it.
 *
 * @param members all reports, in {@link Told#ORDER}
 * @param voices those that have a say, see {@link Choice}
 * @param coreVoices the same within the core
 * @param value what the voices say
 * @param coreValue the same within the core
 */
record Draft(
        Cluster core,
        List<Told> members,
        List<Told> voices,
        List<Told> coreVoices,
        Copies copies,
        DealType type,
        Parties parties,
        Value value,
        Value coreValue) {

    /** Dated drafts first, by date, then by their first report. */
    static final Comparator<Draft> ORDER = Comparator.comparing(
                    (Draft draft) -> draft.core.first(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(draft -> draft.core.members().getFirst(), Told.ORDER);

    static Draft of(Cluster cluster, UnaryOperator<String> root) {
        List<Told> members = cluster.members().stream().sorted(Told.ORDER).toList();
        List<Told> named = members.stream().filter(Told::twoSided).toList();
        Cluster core = Cluster.of(named.isEmpty() ? members : named);
        Copies copies = copies(members);
        List<Told> voices = voices(members, copies);
        List<Told> coreVoices = voices(core.members(), copies(core.members()));
        DealType type = type(coreVoices);
        return new Draft(
                core,
                members,
                voices,
                coreVoices,
                copies,
                type,
                Parties.of(type, coreVoices, root),
                Value.of(voices),
                Value.of(coreVoices));
    }

    private static Copies copies(List<Told> reports) {
        Map<String, Coverage> articles = new LinkedHashMap<>();
        reports.forEach(told -> articles.putIfAbsent(told.id().articleId(), told.article()));
        return new Copies(List.copyOf(articles.values()));
    }

    private static List<Told> voices(List<Told> reports, Copies copies) {
        List<Told> independent = reports.stream()
                .filter(told -> copies.speaks(told.id().articleId()))
                .toList();
        List<Told> read = independent.stream().filter(told -> !told.echo()).toList();
        if (!read.isEmpty()) {
            independent = read;
        }
        List<Told> main = independent.stream().filter(Told::main).toList();
        return main.isEmpty() ? independent : main;
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
        return members.stream().anyMatch(Told::main);
    }

    boolean twoSided() {
        return core.members().getFirst().twoSided();
    }

    /** The id before numbering: {@code anthropic-spacex-compute-2026-05}; with a mark when one side is unnamed. */
    String slug() {
        List<String> sides = new ArrayList<>();
        if (type == DealType.PARTNERSHIP) {
            parties.payer().stream().limit(2).map(Company::id).sorted().forEach(sides::add);
        } else {
            sides.add(first(parties.payer()));
            sides.add(first(parties.payee()));
        }
        YearMonth month = month();
        String slug = String.join("-", sides) + "-" + type.label() + (month == null ? "" : "-" + month);
        return twoSided() ? slug : slug + "-" + mark();
    }

    /** What tells deals of one company apart that name no other: a number made of their first report. */
    private String mark() {
        ReportId first = core.members().stream().min(Told.ORDER).orElseThrow().id();
        return HexFormat.of().toHexDigits(Objects.hash(first.articleId(), first.ordinal()));
    }

    private static String first(List<Company> side) {
        return side.isEmpty() ? "unnamed" : side.getFirst().id();
    }

    /** Of the first main report; of a retold deal the month that texts give for it. */
    private @Nullable YearMonth month() {
        Instant first = first(Told::main);
        if (first == null) {
            LocalDate stated = core.members().stream()
                    .map(told -> told.report().announced())
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (stated != null) {
                return YearMonth.from(stated);
            }
            first = core.main() ? null : first(told -> true);
        }
        return first == null ? null : YearMonth.from(first.atZone(ZoneOffset.UTC));
    }

    private @Nullable Instant first(Predicate<Told> which) {
        return core.members().stream()
                .filter(which)
                .map(Told::published)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
