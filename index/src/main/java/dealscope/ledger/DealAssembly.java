package dealscope.ledger;

import dealscope.deal.Claim;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Report;
import dealscope.deal.SourceArticle;
import dealscope.deal.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes deals out of clusters: ids, chosen fields, conflicts, history, sources, links. */
final class DealAssembly {
    private static final Comparator<Claim> CLAIMS = Comparator.comparing(
                    Claim::published, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Claim::articleId)
            .thenComparing(claim -> !claim.inTitle())
            .thenComparing(Claim::start)
            .thenComparing(Claim::field)
            .thenComparing(Claim::end)
            .thenComparing(Claim::value);

    private final List<Draft> drafts;
    private final Map<Draft, String> ids = new IdentityHashMap<>();
    private final Links links;

    private DealAssembly(List<Draft> drafts) {
        this.drafts = drafts;
        this.links = new Links(drafts);
        Map<String, Integer> taken = new HashMap<>();
        for (Draft draft : drafts) {
            int number = taken.merge(draft.slug(), 1, Integer::sum);
            ids.put(draft, number == 1 ? draft.slug() : draft.slug() + "-" + number);
        }
    }

    /** The deals, ordered by id. */
    static List<ResolvedDeal> of(List<Cluster> clusters, UnaryOperator<String> root) {
        List<Draft> drafts = clusters.stream()
                .map(cluster -> Draft.of(cluster, root))
                .sorted(Draft.ORDER)
                .toList();
        DealAssembly assembly = new DealAssembly(drafts);
        return assembly.drafts.stream()
                .map(draft -> new ResolvedDeal(
                        assembly.deal(draft),
                        draft.members().stream().map(Told::id).collect(Collectors.toSet())))
                .sorted(Comparator.comparing(resolved -> resolved.deal().id()))
                .toList();
    }

    /** One deal by itself, under an id that it has already and without links to others. */
    static Deal alone(Cluster cluster, String id, UnaryOperator<String> root) {
        Draft draft = Draft.of(cluster, root);
        DealAssembly assembly = new DealAssembly(List.of(draft));
        assembly.ids.put(draft, id);
        return assembly.deal(draft);
    }

    private Deal deal(Draft draft) {
        Value value = draft.value();
        Details details = Details.of(draft.voices());
        List<Field> conflicts = new ArrayList<>(details.conflicts());
        if (value.disputed()) {
            conflicts.add(Field.VALUE);
        }
        conflicts.sort(Comparator.naturalOrder());
        Links.Link link = links.of(draft);
        StatusLadder ladder = StatusLadder.of(draft.members());
        return new Deal(
                Objects.requireNonNull(ids.get(draft)),
                draft.type(),
                draft.parties().payer(),
                draft.parties().payee(),
                value.money(),
                details.powerMw(),
                details.hardware(),
                details.term(),
                details.site(),
                details.equityStakePct(),
                ladder.status(),
                ladder.history(),
                details.announced(),
                first(draft.members().stream().map(Told::published)),
                first(draft.members().stream().map(told -> told.article().seen())),
                last(draft.voices().stream().map(told -> told.article().seen())),
                draft.members().stream()
                        .flatMap(told -> told.report().claims().stream())
                        .distinct()
                        .sorted(CLAIMS)
                        .toList(),
                sources(draft),
                draft.copies().independent(),
                draft.copies().copies(),
                id(link.partOf()),
                id(link.supersedes()),
                id(link.possibleDuplicateOf()),
                link.partOf() != null || link.possibleDuplicateOf() != null,
                !draft.main(),
                ConfidenceRule.of(draft, conflicts),
                conflicts,
                draft.members().stream().allMatch(told -> told.article().sample()),
                false,
                List.of());
    }

    private @Nullable String id(@Nullable Draft draft) {
        return draft == null ? null : ids.get(draft);
    }

    private static List<SourceArticle> sources(Draft draft) {
        Map<String, SourceArticle> sources = new LinkedHashMap<>();
        for (Told told : draft.members()) {
            Coverage article = told.article();
            SourceArticle earlier = sources.get(article.articleId());
            sources.put(
                    article.articleId(),
                    new SourceArticle(
                            article.articleId(),
                            article.publisher(),
                            article.title(),
                            article.url(),
                            article.published(),
                            isAbout(told, draft) || (earlier != null && earlier.main()),
                            draft.copies().originOf(article.articleId()),
                            earlier == null ? Evidence.of(told, draft.members()) : earlier.because()));
        }
        return List.copyOf(sources.values());
    }

    /**
     * An article that tells a known deal of former days again is not about it: when it dates the deal itself, or tells it
     * beside other news and without a size.
     */
    private static boolean isAbout(Told told, Draft draft) {
        Report report = told.report();
        Long since = Told.days(draft.core().firstMain(), told.published());
        if (!told.main() || since == null || report.status().compareTo(Status.ANNOUNCED) > 0) {
            return told.main();
        }
        boolean first = told.id().ordinal() == 0;
        LocalDate dated = report.announced();
        Long age = dated == null
                ? null
                : Told.days(dated.atStartOfDay(ZoneOffset.UTC).toInstant(), told.published());
        long limit = first ? Thresholds.NEWS : Thresholds.EXPANSION;
        boolean datedBack = age != null && age > limit && since > limit;
        boolean beside = !first && report.value() == null && report.powerMw() == null;
        return !datedBack && !(beside && since > Thresholds.NEWS);
    }

    private static @Nullable Instant first(Stream<@Nullable Instant> times) {
        return times.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Instant last(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElse(null);
    }
}
