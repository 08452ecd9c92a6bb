package dealscope.web.api;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.DealFacts;
import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.AlertText;
import dealscope.web.api.NewsFeed.Item;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.Site;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Feeds to subscribe to: {@code /deals.atom} and {@code /deals.feed.json} of any search, whose items are deals, and
 * {@code /alerts/ID.atom} and {@code /alerts/ID.feed.json}, whose items are what the alert told. Ids never change; a deal
 * that changed keeps its id and has a later date.
 */
public final class FeedsApi {
    private static final int ITEMS = 50;
    private static final int MOST_ITEMS = 200;

    private final Site site;
    private final AlertDesk desk;
    private final DealSearch search;

    public FeedsApi(Site site) {
        this.site = site;
        this.desk = site.actions().alerts();
        this.search = new DealSearch(site);
    }

    public void register(Routing routes) {
        routes.get("/deals.atom", ctx -> atom(ctx, deals(ctx)));
        routes.get("/deals.feed.json", ctx -> json(ctx, deals(ctx)));
        routes.get("/alerts/{id}.atom", ctx -> atom(ctx, alert(ctx)));
        routes.get("/alerts/{id}.feed.json", ctx -> json(ctx, alert(ctx)));
    }

    /** Address of this site, without a last slash: the setting's, else the one that was asked. */
    static String home(Context ctx, AlertDesk desk) {
        String set = desk.publicAddress();
        return set == null ? ctx.scheme() + "://" + ctx.host() : set;
    }

    private static void atom(Context ctx, NewsFeed feed) {
        Reply.text(ctx, 200, NewsFeed.ATOM_TYPE, feed.atom());
    }

    private static void json(Context ctx, NewsFeed feed) {
        Reply.text(ctx, 200, NewsFeed.JSON_TYPE, feed.json());
    }

    private NewsFeed deals(Context ctx) throws IOException {
        Params params = new Params(ctx, true, parameters());
        String query = DealSearch.query(params);
        List<Deal> found = search.deals(search.run(
                Kind.DEALS,
                params,
                params.choice("sort", Sort.class, Sort.CHANGED),
                null,
                params.integer("limit", ITEMS, 1, MOST_ITEMS),
                false));
        String home = home(ctx, desk);
        List<Item> items = found.stream().map(deal -> item(deal, home)).toList();
        return new NewsFeed(
                "urn:uuid:" + UUID.nameUUIDFromBytes(("search " + query).getBytes(StandardCharsets.UTF_8)),
                query.isEmpty() ? "Deals" : "Deals: " + query,
                home + asked(ctx),
                home + Links.deals(query),
                items.stream().map(Item::updated).max(Instant::compareTo).orElse(Instant.EPOCH),
                items);
    }

    private static Set<String> parameters() {
        return new HashSet<>(DealSearch.parameters("sort", "limit"));
    }

    private static String asked(Context ctx) {
        String query = ctx.queryString();
        return ctx.path() + (query == null ? "" : "?" + query);
    }

    private static Item item(Deal deal, String home) {
        Instant first = deal.reported() != null ? deal.reported() : deal.firstSeen();
        Instant changed = deal.lastChanged();
        DealFacts facts = DealFacts.of(deal);
        return new Item(
                "urn:dealscope:deal:" + Links.encode(deal.id()),
                home + Links.deal(deal.id()),
                AlertText.deal(facts),
                words(deal),
                first,
                Objects.requireNonNullElse(changed == null ? first : changed, Instant.EPOCH),
                tags(facts));
    }

    private static String words(Deal deal) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Labels.plural(deal.independent(), "independent report") + ", " + Labels.plural(deal.copies(), "copy"));
        deal.sources().stream().limit(5).map(FeedsApi::line).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String line(SourceArticle source) {
        return source.publisher() + ": " + source.title();
    }

    private static List<String> tags(DealFacts facts) {
        return List.of(facts.type().label(), facts.status().label());
    }

    private NewsFeed alert(Context ctx) {
        Params params = new Params(ctx, true, Set.of("limit"));
        Alert alert = site.store().alerts().byId(Params.id(ctx, "alert")).orElse(null);
        if (alert == null) {
            throw RequestProblem.notFound("There is no alert with this id.");
        }
        String home = home(ctx, desk);
        List<Item> items =
                site.store().alerts().events(alert.id(), params.integer("limit", ITEMS, 1, MOST_ITEMS)).stream()
                        .map(event -> item(event, home))
                        .toList();
        return new NewsFeed(
                "urn:dealscope:alert:" + alert.id(),
                alert.name(),
                home + asked(ctx),
                home + Links.deals(alert.query()),
                items.stream().map(Item::updated).max(Instant::compareTo).orElse(alert.created()),
                items);
    }

    private static Item item(AlertEvent event, String home) {
        return new Item(
                "urn:dealscope:event:" + event.id(),
                home + Links.deal(event.dealId()),
                AlertText.title(event),
                AlertText.what(event),
                event.at(),
                event.at(),
                tags(event));
    }

    private static List<String> tags(AlertEvent event) {
        List<String> tags = new ArrayList<>(tags(event.facts()));
        tags.addFirst(event.kind().label());
        return tags;
    }
}
