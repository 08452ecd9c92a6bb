package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.index.Change;
import dealscope.ledger.Coverage;
import dealscope.ledger.Resolver;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the store promises of deals on either database, beside {@link FeedLogContract}. */
abstract class DealContract extends FeedLogContract {
    /**
     * How many seeds the comparison with a rebuild runs. {@code JAVA_TOOL_OPTIONS=-Dseeds=200} makes a long run of it,
     * {@code -Dseed=7} repeats one.
     */
    private static final int SEEDS = Integer.getInteger("seeds", 6);

    private static final long FIRST_SEED = Long.getLong("seed", 1);

    private static final Instant MAY = Instant.parse("2026-05-06T00:00:00Z");

    @Test
    void anAnalysisBringsItsDealsAndTheyLeadBack() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        Deal deal = store.deal("anthropic-spacex-compute-2026-05").orElseThrow();
        assertEquals(List.of(deal), all());
        assertEquals(List.of(deal), store.deals(List.of("nobody", deal.id())));
        assertEquals(List.of(deal.id()), store.article("a1").orElseThrow().dealIds());
        assertEquals(List.of(deal), store.dealsOf("spacex"));
        assertEquals(List.of(), store.dealsOf("meta"));
        assertEquals(1, store.stats().deals());
    }

    @Test
    void companiesSumWhatTheyPayAndArePaid() {
        read("a1", MAY, deal("anthropic", "spacex", 45), deal("anthropic", "google", 10));
        read("a2", MAY, deal("spacex", "nvidia", 3), cancelled("meta", "spacex", 7));
        assertEquals(
                List.of(
                        new Store.CompanySummary("spacex", "SPACEX", 3, 1, 2, 45e9, 3e9),
                        new Store.CompanySummary("anthropic", "ANTHROPIC", 2, 2, 0, 0, 55e9),
                        new Store.CompanySummary("google", "GOOGLE", 1, 0, 1, 10e9, 0),
                        new Store.CompanySummary("meta", "META", 1, 1, 0, 0, 0),
                        new Store.CompanySummary("nvidia", "NVIDIA", 1, 0, 1, 3e9, 0)),
                store.companies());
        assertEquals(45e9, store.company("spacex").orElseThrow().usdIn());
        assertTrue(store.company("nobody").isEmpty());
    }

    @Test
    void aDealThatGetsAnotherIdIsStillFoundByTheOldOne() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a0", Instant.parse("2026-04-20T00:00:00Z"), deal("anthropic", "spacex", 45));
        assertEquals(List.of("anthropic-spacex-compute-2026-04"), dealIds());
        assertEquals(
                "anthropic-spacex-compute-2026-04",
                store.deal("anthropic-spacex-compute-2026-05").orElseThrow().id());
        read("a-", Instant.parse("2026-03-20T00:00:00Z"), deal("anthropic", "spacex", 45));
        assertEquals(
                "anthropic-spacex-compute-2026-03",
                store.deal("anthropic-spacex-compute-2026-05").orElseThrow().id());
        assertEquals(
                List.of("anthropic-spacex-compute-2026-03"),
                store.article("a1").orElseThrow().dealIds());
    }

    @Test
    void anIdThatIsTakenAgainLeadsToItsNewDeal() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a0", Instant.parse("2026-04-20T00:00:00Z"), deal("anthropic", "spacex", 45));
        read("a2", MAY, deal("anthropic", "spacex", 3));
        assertEquals(
                List.of("a2"),
                store.deal("anthropic-spacex-compute-2026-05").orElseThrow().sources().stream()
                        .map(source -> source.articleId())
                        .toList());
    }

    @Test
    void anAnalysisWithoutTheReportTakesTheDealAway() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        long cursor = lastSeq();
        read("a1", MAY);
        assertEquals(List.of(), all());
        assertTrue(store.deal("anthropic-spacex-compute-2026-05").isEmpty());
        assertEquals(List.of("anthropic-spacex-compute-2026-05", "a1"), changeIds(cursor));
        assertEquals(List.of("a1"), store.ids());
    }

    @Test
    void anErrorTakesTheDealAwayToo() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        store.saveAnalysisError(article("a1", MAY), "too deep", 2);
        assertEquals(List.of(), all());
    }

    @Test
    void anArticleIsTakenOverAgainWhenItsDealsGetOtherIds() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        long cursor = lastSeq();
        read("a0", Instant.parse("2026-04-20T00:00:00Z"), deal("anthropic", "spacex", 45));
        List<String> changed = changeIds(cursor);
        assertTrue(changed.contains("a1"), changed.toString());
        Change.OfArticle last = (Change.OfArticle) store.changesAfter(cursor, 99).stream()
                .filter(change -> change.id().equals("a1"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("anthropic-spacex-compute-2026-04"), last.dealIds());
    }

    @Test
    void readingTheSameAgainChangesNoDeal() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        long cursor = lastSeq();
        read("a1", MAY, deal("anthropic", "spacex", 45));
        store.rebuildDeals();
        assertEquals(List.of("a1"), changeIds(cursor));
    }

    @Test
    void removingTheSamplesLeavesTheRestAsIfTheyHadNeverBeen() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        List<Deal> before = all();
        store.addFeeds(List.of(sampleFeed("samples")));
        Article sample = sample("s1", Instant.parse("2026-04-01T00:00:00Z"));
        store.saveVisit(sampleFeed("samples"), visit("samples", NOW), List.of(new Draft("s1", sample, false)));
        store.saveAnalysis(
                sample, analysis(List.of(deal("anthropic", "spacex", 45), withOrdinal(deal("meta", "amd", 60), 1))), 1);
        assertNotEquals(before, all());
        long cursor = lastSeq();
        assertEquals(1, store.stats().sampleArticles());
        assertEquals(1, store.removeSamples());
        assertEquals(before, all());
        assertEquals(List.of("a1", "anthropic-spacex-compute-2026-05"), store.ids());
        assertTrue(store.feed("samples").isEmpty());
        assertEquals(List.of(), store.visits("samples", 9));
        assertTrue(changeIds(cursor).containsAll(List.of("s1", "meta-amd-compute-2026-04")));
        assertEquals(0, store.removeSamples());
    }

    @Test
    void manyDealsAreGivenOneAfterTheOtherInOrder() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            reports.add(withOrdinal(deal("payer" + i, "payee" + i, 1), i));
        }
        read("a1", MAY, reports.toArray(new Report[0]));
        List<String> ids = dealIds();
        assertEquals(450, ids.size());
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void dealsAsTheyArriveAreThoseOfARebuild() throws Exception {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + seeds(); seed++) {
            store.close();
            url = freshUrl();
            store = Store.open(url, resolver(), () -> NOW);
            arrive(seed);
        }
    }

    @Test
    void orderAndNumberOfWorkersMakeNoDifference() throws Exception {
        List<GeneratedNews.Told> news = new ArrayList<>(new GeneratedNews(3, 12).articles(60));
        String expected = "";
        for (int workers : new int[] {1, 2, 8}) {
            Collections.shuffle(news, new Random(workers));
            store.close();
            store = open(freshUrl());
            store.addFeeds(List.of(feed("wire")));
            store.saveVisit(
                    feed("wire"),
                    visit("wire", NOW),
                    news.stream()
                            .map(told -> new Draft("guid-" + told.article().id(), told.article(), false))
                            .toList());
            try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
                news.forEach(told -> pool.execute(() -> store.saveAnalysis(told.article(), told.analysis(), 1)));
            }
            String deals = lines(all());
            assertEquals(expected.isEmpty() ? deals : expected, deals, workers + " workers");
            expected = deals;
            store.rebuildDeals();
            assertEquals(expected, lines(all()), "rebuilt");
        }
        assertTrue(dealIds().size() > 12, expected);
    }

    /** Fewer where each step is slow. */
    int seeds() {
        return SEEDS;
    }

    private static Resolver resolver() {
        return new Resolver(id -> RandomNews.ROOTS.getOrDefault(id, id));
    }

    private void arrive(long seed) {
        RandomNews news = new RandomNews(seed);
        Random random = new Random(seed);
        Map<String, Coverage> coverage = new TreeMap<>();
        for (int step = 0; step < 60; step++) {
            String id = "a" + random.nextInt(45);
            Coverage known = coverage.get(id);
            Instant published = known == null ? news.published() : known.published();
            List<Report> reports = news.reports(id, published);
            read(id, published, reports.toArray(new Report[0]));
            Article article = article(id, published);
            coverage.put(
                    id,
                    new Coverage(
                            id,
                            article.publisher(),
                            article.title(),
                            article.url(),
                            published,
                            NOW,
                            id,
                            0,
                            false,
                            reports));
            assertEquals(
                    lines(resolver().resolve(coverage.values())),
                    lines(all()),
                    "seed " + seed + ", step " + step + " " + id);
        }
        long cursor = lastSeq();
        store.rebuildDeals();
        assertEquals(List.of(), changeIds(cursor), "seed " + seed);
    }

    /** One line a deal, so that a failure shows which. */
    private static String lines(List<Deal> deals) {
        return String.join("\n", deals.stream().map(Json::write).toList());
    }

    // -- making things

    void read(String id, @Nullable Instant published, Report... reports) {
        Article article = article(id, published);
        store.addFeeds(List.of(feed("wire")));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(new Draft("guid-" + id, article, false)));
        store.saveAnalysis(article, analysis(withOrdinals(reports)), 1);
    }

    private static List<Report> withOrdinals(Report... reports) {
        List<Report> numbered = new ArrayList<>();
        for (Report report : reports) {
            numbered.add(withOrdinal(report, numbered.size()));
        }
        return numbered;
    }

    static Analysis analysis(List<Report> reports) {
        return new Analysis(List.of(), List.of(), List.of(), List.of(), reports, List.of(), false);
    }

    static Article article(String id, @Nullable Instant published) {
        return made(id, published, false);
    }

    static Article sample(String id, Instant published) {
        return made(id, published, true);
    }

    private static Article made(String id, @Nullable Instant published, boolean sample) {
        return new Article(
                id,
                "wire.example/" + id,
                "https://wire.example/" + id,
                null,
                "Title of " + id,
                "Text of " + id,
                null,
                published,
                null,
                NOW,
                "en",
                "Wire",
                sample ? "samples" : "wire",
                Completeness.FULL,
                null,
                sample);
    }

    static Report deal(String payer, String payee, double billions) {
        return report(payer, payee, billions, Status.ANNOUNCED);
    }

    static Report cancelled(String payer, String payee, double billions) {
        return report(payer, payee, billions, Status.CANCELLED);
    }

    private static Report report(String payer, String payee, double billions, Status status) {
        BigDecimal amount = BigDecimal.valueOf(billions).movePointRight(9);
        Money value = new Money("$" + billions + "bn", "USD", amount, amount, null, Qualifier.EXACT, amount, false);
        return new Report(
                0,
                DealType.COMPUTE,
                List.of(company(payer)),
                List.of(company(payee)),
                true,
                status,
                value,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                "test");
    }

    private static Company company(String id) {
        return new Company(id, id.toUpperCase(java.util.Locale.ROOT));
    }

    static Report withOrdinal(Report report, int ordinal) {
        return new Report(
                ordinal,
                report.type(),
                report.payer(),
                report.payee(),
                report.main(),
                report.status(),
                report.value(),
                report.powerMw(),
                report.hardware(),
                report.term(),
                report.site(),
                report.equityStakePct(),
                report.announced(),
                report.claims(),
                report.why());
    }

    List<Deal> all() {
        List<Deal> deals = new ArrayList<>();
        store.forEachDeal(deals::add);
        return deals;
    }

    List<String> dealIds() {
        return all().stream().map(Deal::id).toList();
    }

    long lastSeq() {
        long last = 0;
        for (List<Change> page = store.changesAfter(0, 99); !page.isEmpty(); page = store.changesAfter(last, 99)) {
            last = page.getLast().seq();
        }
        return last;
    }
}
