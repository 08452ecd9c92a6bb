package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.deal.StatusChange;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.index.SearchResult.Hit;
import dealscope.ledger.Tally;
import dealscope.store.Store;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Progress;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /}: the latest deals, what changed, and the biggest of the quarter. */
public final class HomePage {
    private static final int LATEST = 15;
    private static final int CHANGES = 8;
    private static final int BIGGEST = 8;
    /** Among the deals that changed last, those with the newest event are shown. */
    private static final int RECENT = 100;
    /** Bars that make a chart; in the first days of a quarter there are fewer. */
    private static final int ENOUGH = 3;

    private static final int QUARTERS_BACK = 12;

    private final Site site;
    private final Renderer renderer;

    public HomePage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param deals those that an article is about */
    public record View(
            long deals,
            Store.Stats stats,
            Progress progress,
            List<DealLine> latest,
            List<Changed> changes,
            Biggest biggest) {}

    /** @param step what happened, in words: "reported → announced" */
    public record Changed(DealLine deal, String date, String isoDate, String step) {}

    /** @param href the deals of that quarter, largest first */
    public record Biggest(String quarter, String href, boolean current, List<Bar> bars) {}

    /** @param percent of the longest bar */
    public record Bar(DealLine deal, String value, String percent) {}

    public void show(Context ctx) throws IOException, BadQuery {
        SearchResult newest = search("", Sort.DATE, LATEST);
        List<DealLine> latest = deals(newest).stream().map(DealLine::of).toList();
        List<Changed> changes = deals(search("", Sort.CHANGED, RECENT)).stream()
                .filter(deal -> deal.history().size() > 1 || deal.sources().size() > 1)
                .sorted(Comparator.comparing(HomePage::lastEvent).reversed().thenComparing(Deal::id))
                .limit(CHANGES)
                .map(HomePage::changed)
                .toList();
        View view =
                new View(newest.total(), site.store().stats(), site.actions().progress(), latest, changes, biggest());
        renderer.page(ctx, "home", Title.of("Dealscope", "home"), view);
    }

    /** When the newest article about it came out: the first fill of a store changes all deals in the same minute. */
    private static Instant lastEvent(Deal deal) {
        return Stream.concat(
                        deal.sources().stream().map(SourceArticle::published),
                        deal.history().stream().map(StatusChange::at))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Changed changed(Deal deal) {
        List<StatusChange> history = deal.history();
        List<String> steps = new ArrayList<>();
        if (history.size() > 1) {
            steps.add(history.get(history.size() - 2).status().label() + " → "
                    + history.get(history.size() - 1).status().label());
        }
        if (deal.sources().size() > 1) {
            steps.add(Labels.plural(deal.sources().size(), "report"));
        }
        if (!deal.conflicts().isEmpty()) {
            String fields = deal.conflicts().stream().map(Labels::disputed).collect(Collectors.joining(", "));
            steps.add(fields + " disputed");
        }
        Instant at = lastEvent(deal);
        return new Changed(DealLine.of(deal), Dates.day(at), Dates.iso(at), String.join(", ", steps));
    }

    /** Of this quarter, or of the last one that has enough priced deals for a chart. */
    private Biggest biggest() throws IOException, BadQuery {
        LocalDate today = site.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate thisQuarter = today.with(IsoFields.DAY_OF_QUARTER, 1L);
        Biggest best = new Biggest("", "/deals?sort=value", true, List.of());
        for (int back = 0; back < QUARTERS_BACK && best.bars().size() < ENOUGH; back++) {
            Biggest quarter = biggest(thisQuarter.minusMonths(3L * back), back == 0);
            best = quarter.bars().size() > best.bars().size() ? quarter : best;
        }
        return best;
    }

    private Biggest biggest(LocalDate first, boolean current) throws IOException, BadQuery {
        String span = first + ".." + first.plusMonths(3).minusDays(1);
        String query = "(published:" + span + " OR announced:" + span + ") -status:cancelled";
        List<Deal> priced = deals(search(query, Sort.VALUE, 4 * BIGGEST)).stream()
                .filter(HomePage::counts)
                .limit(BIGGEST)
                .toList();
        String name = "Q" + first.get(IsoFields.QUARTER_OF_YEAR) + " " + first.getYear();
        String href = Links.with("/deals", new TreeMap<>(Map.of("q", query, "sort", "value")));
        return new Biggest(name, href, current, bars(priced));
    }

    /** What counts in sums, ceilings too; a rate for each month is no total. */
    private static boolean counts(Deal deal) {
        Tally.Reason reason = Tally.of(deal).reason();
        return (reason == Tally.Reason.COUNTED || reason == Tally.Reason.CEILING)
                && deal.value() != null
                && deal.value().per() == null;
    }

    private static List<Bar> bars(List<Deal> deals) {
        BigDecimal longest = deals.stream().map(HomePage::dollars).reduce(BigDecimal.ONE, BigDecimal::max);
        return deals.stream()
                .map(deal -> new Bar(
                        DealLine.of(deal),
                        deal.value() == null ? "" : Amounts.of(deal.value()),
                        Shares.percent(dollars(deal).doubleValue(), longest.doubleValue())))
                .toList();
    }

    private static BigDecimal dollars(Deal deal) {
        return deal.value() == null || deal.value().usd() == null
                ? BigDecimal.ZERO
                : deal.value().usd();
    }

    private SearchResult search(String query, Sort sort, int limit) throws IOException, BadQuery {
        return site.index().search(new SearchRequest(Kind.DEALS, query, sort, null, limit, false, false));
    }

    private List<Deal> deals(SearchResult found) {
        return site.store().deals(found.hits().stream().map(Hit::id).toList());
    }
}
