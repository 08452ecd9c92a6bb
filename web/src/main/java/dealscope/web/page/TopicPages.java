package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.Hardware;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import dealscope.fact.HardwareFigures;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.index.SearchResult.Facet;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /hardware}, {@code /sources} and a page of each of theirs: what deals are about, and who tells of them. Both list
 * what the index counts most, a hundred names at most; the search finds the rest.
 */
public final class TopicPages {
    private static final int DEALS = 100;
    private static final int ARTICLES = 40;

    private final Site site;
    private final Renderer renderer;
    private final List<HardwareFact> catalog = HardwareCatalog.load().all();

    public TopicPages(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** What such a page is about; the name is the field's in queries. */
    private enum Topic {
        HARDWARE("Hardware", "hardware"),
        SOURCE("Sources", "sources");

        private final String title;
        private final String path;

        Topic(String title, String path) {
            this.title = title;
            this.path = path;
        }

        private String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String link(String name) {
            return "/" + path + "/" + slug(name);
        }
    }

    /** @param about the vendor; empty when there is none @param share length of the bar */
    public record Line(String href, String name, String about, String deals, String share) {}

    public record ListView(String title, String path, List<Line> lines) {}

    /** @param articles empty for hardware */
    public record View(
            String title,
            String path,
            String name,
            List<Pair> facts,
            long total,
            List<DealLine> deals,
            List<DealsPage.ArticleLine> articles,
            String searchHref,
            String chartsHref,
            String json) {}

    public record Pair(String name, String value) {}

    public void hardware(Context ctx) throws IOException {
        list(ctx, Topic.HARDWARE);
    }

    public void sources(Context ctx) throws IOException {
        list(ctx, Topic.SOURCE);
    }

    public void oneHardware(Context ctx) throws IOException {
        one(ctx, Topic.HARDWARE);
    }

    public void oneSource(Context ctx) throws IOException {
        one(ctx, Topic.SOURCE);
    }

    private void list(Context ctx, Topic topic) throws IOException {
        List<Facet> facets = facets(topic);
        int most = facets.stream().mapToInt(Facet::count).max().orElse(1);
        List<Line> lines = facets.stream()
                .map(facet -> new Line(
                        topic.link(facet.value()),
                        facet.label(),
                        topic == Topic.HARDWARE
                                ? fact(facet.value()).map(HardwareFact::vendor).orElse("")
                                : "",
                        Amounts.count(facet.count()),
                        Shares.percent(facet.count(), most)))
                .toList();
        renderer.page(ctx, "topics", Title.of(topic.title, topic.path), new ListView(topic.title, topic.path, lines));
    }

    private void one(Context ctx, Topic topic) throws IOException {
        String id = Params.id(ctx, "page");
        String name = facets(topic).stream()
                .map(Facet::value)
                .filter(each -> slug(each).equals(id))
                .findFirst()
                .or(() -> topic == Topic.HARDWARE
                        ? catalog.stream()
                                .map(HardwareFact::name)
                                .filter(each -> slug(each).equals(id))
                                .findFirst()
                        : Optional.empty())
                .orElseThrow(() -> RequestProblem.notFound("No deal of ours names this."));
        String query = QueryTerms.filter(topic.field(), name);
        SearchResult found = search(Kind.DEALS, query, DEALS);
        List<Deal> deals = site.store()
                .deals(found.hits().stream().map(SearchResult.Hit::id).toList());
        View view = new View(
                topic.title,
                topic.path,
                name,
                topic == Topic.HARDWARE ? hardwareFacts(name, deals) : List.of(),
                found.total(),
                deals.stream().map(DealLine::of).toList(),
                topic == Topic.SOURCE ? articles(query) : List.of(),
                Links.deals(query),
                Links.with("/charts", Map.of("q", query)),
                Links.with("/api/deals", Map.of("q", query)));
        renderer.page(ctx, "topic", Title.of(name, topic.path), view);
    }

    private List<DealsPage.ArticleLine> articles(String query) throws IOException {
        List<String> ids = search(Kind.ARTICLES, query, ARTICLES).hits().stream()
                .map(SearchResult.Hit::id)
                .toList();
        return site.store().articles(ids).stream()
                .map(article -> DealsPage.line(article, null, null))
                .toList();
    }

    private List<Facet> facets(Topic topic) throws IOException {
        SearchRequest all = new SearchRequest(Kind.DEALS, "", Sort.DATE, null, 1, true, true);
        return run(all).facets().getOrDefault(topic.field(), List.of());
    }

    private SearchResult search(Kind kind, String query, int limit) throws IOException {
        return run(new SearchRequest(kind, query, Sort.DATE, null, limit, false, true));
    }

    private SearchResult run(SearchRequest request) throws IOException {
        try {
            return site.index().search(request);
        } catch (BadQuery e) {
            throw RequestProblem.badQuery(e, request.query());
        }
    }

    private Optional<HardwareFact> fact(String name) {
        return catalog.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    private List<Pair> hardwareFacts(String name, List<Deal> deals) {
        List<Pair> facts = new ArrayList<>();
        HardwareFact fact = fact(name).orElse(null);
        if (fact != null) {
            add(facts, "Vendor", fact.vendor());
            add(facts, "Family", fact.family());
            add(facts, "Kind", fact.kind());
            HardwareFigures figures = fact.figures();
            add(facts, "Memory", figures.memoryGb() == null ? null : Math.round(figures.memoryGb()) + " GB");
            add(facts, "Draws", figures.watts() == null ? null : Amounts.count(figures.watts()) + " W");
            add(facts, "H100-equivalents", figures.h100Equivalents() == null ? null : figures.h100Equivalents() + "");
            add(
                    facts,
                    "Also",
                    String.join(
                            ", ",
                            fact.names().stream()
                                    .filter(each -> !each.equals(name))
                                    .toList()));
        }
        long pieces = deals.stream()
                .flatMap(deal -> deal.hardware().stream())
                .filter(item -> item.name().equals(name) && item.count() != null)
                .map(Hardware::count)
                .mapToLong(count -> count == null ? 0 : Math.max(0, count))
                .sum();
        if (pieces > 0) {
            add(facts, "Pieces named", Amounts.count(pieces) + " in " + Labels.plural(counted(name, deals), "deal"));
        }
        return facts;
    }

    private static long counted(String name, List<Deal> deals) {
        return deals.stream()
                .filter(deal ->
                        deal.hardware().stream().anyMatch(item -> item.name().equals(name) && item.count() != null))
                .count();
    }

    private static void add(List<Pair> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Pair(name, value));
        }
    }

    /** The name in addresses: letters and digits, the rest as hyphens; of other scripts their code points. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        name.toLowerCase(Locale.ROOT).codePoints().limit(100).forEach(c -> {
            boolean plain = c < 128 && Character.isLetterOrDigit(c);
            if (plain || c > 127) {
                slug.append(plain ? Character.toString(c) : "u" + Integer.toHexString(c));
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        String text = slug.toString().replaceAll("-$", "");
        return text.length() <= 190 ? text : text.substring(0, 190);
    }
}
