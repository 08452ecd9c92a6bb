package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.AlertEvent.Kind;
import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Report;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.SavedQueries;
import dealscope.ledger.Resolver;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.watch.DealWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alerts tell, with a real store and a real index. */
class DealWatchTest {
    private static final Instant NOW = StoreContract.NOW;
    private static final Instant MAY = Instant.parse("2026-05-06T00:00:00Z");

    @TempDir
    Path folder;

    private Store store;
    private DealIndex index;
    private DealWatch watch;

    @BeforeEach
    void open() throws IOException {
        InstantSource clock = InstantSource.fixed(NOW);
        store = Store.open("jdbc:sqlite:" + folder.resolve("store.db"), new Resolver(), clock);
        index = DealIndex.open(folder.resolve("index"), id -> List.of(), clock);
        watch = new DealWatch(store, index, clock);
        store.addFeeds(List.of(StoreContract.feed("wire")));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
        store.close();
    }

    private void alert(String id, String query) {
        store.alerts().save(new Alert(id, id, query, false, null, null, false, NOW), null);
    }

    private void read(String id, Report... reports) throws IOException {
        Article article = DealContract.article(id, MAY);
        List<Report> numbered = new ArrayList<>();
        for (Report report : reports) {
            numbered.add(DealContract.withOrdinal(report, numbered.size()));
        }
        store.saveVisit(
                StoreContract.feed("wire"),
                StoreContract.visit("wire", NOW),
                List.of(new Draft("guid-" + id, article, false)));
        store.saveAnalysis(article, DealContract.analysis(numbered), 1);
        turn();
    }

    private void turn() throws IOException {
        watch.run();
        index.catchUp(store);
    }

    private void correct(String kind, String... fields) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(Map.of("kind", kind, "author", "ada"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        store.corrections().save(CorrectionRequest.of(all));
        turn();
    }

    /** The kinds of what an alert told, oldest first. */
    private List<Kind> told(String alert) {
        return store.alerts().events(alert, 99).reversed().stream()
                .map(AlertEvent::kind)
                .toList();
    }

    private String onlyDeal() {
        List<String> ids = new ArrayList<>();
        store.forEachDeal(deal -> ids.add(deal.id()));
        assertEquals(1, ids.size());
        return ids.getFirst();
    }

    @Test
    void aNewDealIsToldByTheAlertsThatItMatchesAndByNoOther() throws Exception {
        alert("payer", "payer:anthropic value:>=1bn");
        alert("other", "payer:meta");
        alert("any", "");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        assertEquals(List.of(Kind.NEW), told("payer"));
        assertEquals(List.of(), told("other"));
        assertEquals(List.of(Kind.NEW), told("any"));
        assertNull(store.alerts().events("any", 1).getFirst().before());
    }

    @Test
    void whatWasThereBeforeTheAlertIsNotToldUntilItChanges() throws Exception {
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        alert("any", "");
        read("a2", DealContract.deal("meta", "amd", 60));
        assertEquals(List.of(Kind.NEW), told("any"));
        read("a1", DealContract.deal("anthropic", "spacex", 40));
        AlertEvent changed = store.alerts().events("any", 1).getFirst();
        assertEquals(Kind.CHANGED, changed.kind());
        assertEquals(
                List.of(Field.VALUE),
                changed.changes().stream().map(each -> each.field()).toList());
        assertEquals(45e9, changed.before().value().max().doubleValue());
        assertEquals(40e9, changed.after().value().max().doubleValue());
    }

    @Test
    void rebuildsReadingsAgainAndRetellingsAreSilent() throws Exception {
        alert("any", "");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        read("a2", DealContract.deal("anthropic", "spacex", 45));
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        store.rebuildDeals();
        turn();
        index.rebuild(store);
        turn();
        watch = new DealWatch(store, index, InstantSource.fixed(NOW));
        turn();
        assertEquals(List.of(Kind.NEW), told("any"));
    }

    @Test
    void aDealThatNoLongerMatchesOrIsNoDealIsTakenBack() throws Exception {
        alert("large", "value:>=40bn");
        alert("later", "value:<=40bn");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        read("a1", DealContract.deal("anthropic", "spacex", 20));
        assertEquals(List.of(Kind.NEW, Kind.LEFT), told("large"));
        assertEquals(List.of(Kind.CHANGED), told("later"));
        correct("not_a_deal", "deal", onlyDeal());
        assertEquals(List.of(Kind.NEW, Kind.LEFT), told("large"), "it was taken back before");
        assertEquals(List.of(Kind.CHANGED, Kind.GONE), told("later"));
    }

    @Test
    void aMergedDealIsToldAsAChangeThatNamesItsFormerId() throws Exception {
        alert("small", "payee:xai");
        alert("any", "");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        String kept = onlyDeal();
        read("a2", DealContract.deal("anthropic", "xai", 3));
        String other = store.ids().stream()
                .filter(id -> id.contains("xai"))
                .findFirst()
                .orElseThrow();
        correct("merge", "deal", kept, "other", other);
        AlertEvent last = store.alerts().events("any", 1).getFirst();
        assertEquals(Kind.CHANGED, last.kind());
        assertEquals(onlyDeal(), last.dealId());
        AlertEvent small = store.alerts().events("small", 1).getFirst();
        assertEquals(other, small.formerId());
        assertTrue(small.kind() == Kind.CHANGED || small.kind() == Kind.LEFT, small.toString());
    }

    @Test
    void anArticleWithTheWordThatAnAlertWaitsForMakesTheDealMatch() throws Exception {
        alert("word", "a7");
        alert("any", "");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        assertEquals(List.of(), told("word"));
        read("a7", DealContract.deal("anthropic", "spacex", 45));
        assertEquals(List.of(Kind.CHANGED), told("word"));
        read("a8", DealContract.deal("anthropic", "spacex", 45));
        assertEquals(List.of(Kind.CHANGED), told("word"), "it matched before");
        assertEquals(List.of(Kind.NEW), told("any"));
    }

    @Test
    void aPausedAlertAndAnUnreadableQueryTellNothing() throws Exception {
        store.alerts().save(new Alert("paused", "p", "", false, null, null, true, NOW), null);
        alert("broken", "value:>=much");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        assertEquals(List.of(), told("paused"));
        assertEquals(List.of(), told("broken"));
    }

    @Test
    void anEndAtAnyMomentLosesAndRepeatsNothing() throws Exception {
        alert("any", "");
        read("a1", DealContract.deal("anthropic", "spacex", 45));
        AlertStore.Pending before = store.alerts().pending(9);
        Article article = DealContract.article("a2", MAY);
        store.saveVisit(
                StoreContract.feed("wire"),
                StoreContract.visit("wire", NOW),
                List.of(new Draft("guid-a2", article, false)));
        store.saveAnalysis(article, DealContract.analysis(List.of(DealContract.deal("meta", "amd", 60))), 1);
        index.catchUp(store); // the index was quicker than the watch
        close();
        open();
        turn();
        turn();
        assertEquals(List.of(Kind.NEW, Kind.NEW), told("any"));
        assertEquals(
                2,
                Set.copyOf(store.alerts().events("any", 9).stream()
                                .map(AlertEvent::id)
                                .toList())
                        .size());
        assertTrue(before.to() <= store.alerts().pending(9).from());
    }

    /** Every query must match the same deals whether it is looked for in the table or asked alone. */
    @Test
    void thePresearcherLosesNoMatch() throws Exception {
        List<GeneratedNews.Told> news = new GeneratedNews(3, 120).articles(400);
        for (GeneratedNews.Told told : news) {
            store.saveVisit(
                    StoreContract.feed("wire"),
                    StoreContract.visit("wire", NOW),
                    List.of(new Draft("guid-" + told.article().id(), told.article(), false)));
            store.saveAnalysis(told.article(), told.analysis(), 1);
        }
        turn();
        List<String> queries = GeneratedQueries.of(new Random(5), 400);
        List<SavedQueries.Saved> saved = new ArrayList<>();
        List<Predicate<Deal>> alone = new ArrayList<>();
        for (String query : queries) {
            saved.add(new SavedQueries.Saved("q" + saved.size(), query, saved.size() % 2 == 0));
            alone.add(index.matcher(query, alone.size() % 2 == 0));
        }
        SavedQueries all = index.saved(saved);
        assertEquals(Set.of(), all.unreadable());
        int[] matches = {0};
        store.forEachDeal(deal -> {
            Set<String> expected = new TreeSet<>();
            for (int i = 0; i < alone.size(); i++) {
                if (alone.get(i).test(deal)) {
                    expected.add("q" + i);
                }
            }
            matches[0] += expected.size();
            assertEquals(expected, new TreeSet<>(all.matching(deal)), deal.id());
        });
        assertTrue(matches[0] > 300, "few matches prove little: " + matches[0]);
    }

    @Test
    void anUnreadableQueryIsNamed() throws IOException, BadQuery {
        SavedQueries saved = index.saved(List.of(
                new SavedQueries.Saved("good", "anthropic", false), new SavedQueries.Saved("bad", "value:>=", false)));
        assertEquals(Set.of("bad"), saved.unreadable());
    }
}
