package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.deal.StatusChange;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /deals/{id}}: one deal, each fact with the claims it rests on. */
public final class DealPage {
    private static final Comparator<SourceArticle> BY_DATE =
            Comparator.comparing(SourceArticle::published, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Site site;
    private final Renderer renderer;

    public DealPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param href null for what no article of ours told */
    public record Step(
            String status,
            String date,
            String isoDate,
            @Nullable String href,
            String source) {}

    /** @param says what this article claims of value and status, in short */
    public record Source(
            String href,
            @Nullable String outHref,
            String title,
            String publisher,
            String date,
            String isoDate,
            boolean main,
            @Nullable String copyOf,
            String says) {}

    /**
     * Where the articles stand in time.
     *
     * @param first day of the first article
     */
    public record Timeline(String first, String last, List<Dot> dots) {}

    /** @param x share of the whole span, as an SVG length */
    public record Dot(String x, boolean copy, String title) {}

    /** A neighbour: the programme it belongs to, the deal it replaces, its possible twin. */
    public record Related(String relation, String href, String label) {}

    public record View(
            DealLine line,
            String type,
            List<Fact> facts,
            List<Step> history,
            @Nullable Timeline timeline,
            List<Source> coverage,
            List<Related> related,
            String confidence,
            List<String> confidenceParts,
            String reported,
            String changed,
            String sources,
            String json) {}

    public void show(Context ctx) {
        String id = Params.id(ctx, "deal");
        Deal deal = site.store()
                .deal(id)
                .orElseThrow(
                        () -> RequestProblem.notFound("There is no deal with this id. It may have been merged away."));
        if (!deal.id().equals(id)) {
            ctx.redirect(Links.deal(deal.id()), io.javalin.http.HttpStatus.MOVED_PERMANENTLY);
            return;
        }
        renderer.page(ctx, "deal", Title.of(Labels.parties(deal), "deals"), view(deal));
    }

    View view(Deal deal) {
        Map<String, SourceArticle> articles = deal.sources().stream()
                .collect(Collectors.toMap(SourceArticle::articleId, source -> source, (a, b) -> a));
        return new View(
                DealLine.of(deal),
                Labels.type(deal.type()),
                Fact.all(deal, articles, site.articleLink()),
                steps(deal, articles),
                timeline(deal),
                coverage(deal, articles),
                related(deal),
                String.format(Locale.ROOT, "%.2f", deal.confidence().score()),
                deal.confidence().parts(),
                Dates.day(deal.reported()),
                Dates.day(deal.lastChanged()),
                sources(deal),
                "/api" + Links.deal(deal.id()));
    }

    private static String sources(Deal deal) {
        String words = Labels.plural(deal.independent(), "independent report");
        return deal.copies() == 0
                ? words
                : words + ", " + (deal.copies() == 1 ? "1 copy" : Amounts.count(deal.copies()) + " copies");
    }

    private static List<Step> steps(Deal deal, Map<String, SourceArticle> articles) {
        List<Step> steps = new ArrayList<>();
        for (StatusChange change : deal.history()) {
            SourceArticle source = articles.get(change.articleId());
            steps.add(new Step(
                    change.status().label(),
                    Dates.day(change.at()),
                    Dates.iso(change.at()),
                    source == null ? null : Links.article(source.articleId()),
                    source == null ? "" : source.publisher()));
        }
        return steps;
    }

    /** Null when all came out on one day: a line of one point tells nothing. */
    private static @Nullable Timeline timeline(Deal deal) {
        List<SourceArticle> dated = deal.sources().stream()
                .filter(source -> source.published() != null)
                .sorted(BY_DATE)
                .toList();
        if (dated.size() < 2) {
            return null;
        }
        Instant first = Objects.requireNonNull(dated.getFirst().published());
        Instant last = Objects.requireNonNull(dated.getLast().published());
        double span = Duration.between(first, last).toMillis();
        if (span < Duration.ofDays(1).toMillis()) {
            return null;
        }
        List<Dot> dots = new ArrayList<>();
        for (SourceArticle source : dated) {
            double away = Duration.between(first, source.published()).toMillis();
            String x = String.format(Locale.ROOT, "%.2f%%", 1 + 98 * away / span);
            dots.add(new Dot(x, source.copyOf() != null, Dates.day(source.published()) + ", " + source.publisher()));
        }
        return new Timeline(Dates.day(first), Dates.day(last), dots);
    }

    private List<Source> coverage(Deal deal, Map<String, SourceArticle> articles) {
        return deal.sources().stream()
                .sorted(BY_DATE)
                .map(source -> source(deal, source, articles))
                .toList();
    }

    private Source source(Deal deal, SourceArticle source, Map<String, SourceArticle> articles) {
        SourceArticle original = source.copyOf() == null ? null : articles.get(source.copyOf());
        String copyOf = source.copyOf() == null ? null : original == null ? "another source" : original.publisher();
        return new Source(
                Links.article(source.articleId()),
                Links.out(source.url(), site.articleLink()),
                source.title(),
                source.publisher(),
                Dates.day(source.published()),
                Dates.iso(source.published()),
                source.main(),
                copyOf,
                Fact.says(deal, source.articleId()));
    }

    private List<Related> related(Deal deal) {
        List<Related> related = new ArrayList<>();
        add(related, "Part of", deal.partOf());
        add(related, "Replaces", deal.supersedes());
        add(related, "May be the same as", deal.possibleDuplicateOf());
        return related;
    }

    private void add(List<Related> related, String relation, @Nullable String id) {
        if (id != null) {
            String label = site.store().deal(id).map(Labels::parties).orElse(id);
            related.add(new Related(relation, Links.deal(id), label));
        }
    }
}
