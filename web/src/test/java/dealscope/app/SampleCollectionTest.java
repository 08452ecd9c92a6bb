package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.Listener;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.deal.Status;
import dealscope.store.Store;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of the data over the sample collection: crawled, read, resolved and indexed as anything else. */
class SampleCollectionTest {
    private static final int ARTICLES = 80;

    /** Share of the deals told in the collection that must be found with the right parties; raise it, never lower it. */
    private static final double FOUND = 0.70;

    /** Of the pairs of articles that are joined as being about one deal, how many are; raise it, never lower it. */
    private static final double JOINED_RIGHTLY = 0.98;

    /** Of the pairs that are about one deal, how many are joined; raise it, never lower it. */
    private static final double JOINED = 0.84;

    @TempDir
    static Path data;

    private static Program program;
    private static final List<Deal> deals = new ArrayList<>();

    @BeforeAll
    static void readTheCollection() throws Exception {
        program = Program.open(Settings.read(Settings.flags(Setting.DATA, data), Map.of()));
        program.addSamples();
        program.refresher().round(Listener.NONE);
        program.store().forEachDeal(deals::add);
    }

    @AfterAll
    static void close() throws Exception {
        program.close();
    }

    @Test
    void everyFeedIsReadAndEveryArticleIsThereOnce() {
        Store.Stats stats = program.store().stats();
        assertEquals(11, stats.feeds());
        assertEquals(0, stats.failingFeeds(), () -> program.store().feeds().stream()
                .map(feed -> feed.history().reason())
                .filter(Objects::nonNull)
                .toList()
                .toString());
        assertEquals(ARTICLES, stats.articles());
        assertEquals(ARTICLES, stats.sampleArticles());
        assertEquals(0, stats.pendingPages());
        assertEquals(0, stats.unread());
    }

    @Test
    void theIndexHoldsWhatTheStoreHolds() throws Exception {
        assertEquals(program.store().ids(), program.index().ids());
    }

    @Test
    void aPageThatRobotsForbidsIsKeptFromItsFeedWithTheReason() {
        List<Article> partial = program.store().articles(program.store().ids()).stream()
                .map(Store.StoredArticle::article)
                .filter(article -> article.completeness() != Completeness.FULL)
                .toList();
        assertEquals(1, partial.size(), partial.toString());
        assertTrue(partial.get(0).url().contains("/members/"));
        assertTrue(
                Objects.requireNonNull(partial.get(0).reason()).contains("robots"),
                partial.get(0).reason());
    }

    @Test
    void atLeastThirtyDealsAreShownAndTenAreToldByThreeSources() {
        assertTrue(deals.stream().filter(deal -> !deal.background()).count() >= 30);
        assertTrue(deals.stream().filter(deal -> deal.sources().size() >= 3).count() >= 10);
        assertTrue(deals.stream().allMatch(Deal::sample));
        assertTrue(deals.stream().anyMatch(deal -> deal.status() == Status.CANCELLED), "the voted-down merger");
        assertTrue(deals.stream().anyMatch(deal -> deal.copies() > 0), "syndicated copies");
        assertTrue(deals.stream().anyMatch(deal -> !deal.conflicts().isEmpty()), "sources that differ");
    }

    @Test
    void theDealsThatTheArticlesTellAreFoundWithTheirParties() throws Exception {
        Map<String, Set<String>> articles = articlesByPath();
        int told = 0;
        List<String> missed = new ArrayList<>();
        for (JsonNode truth : truth()) {
            if (!truth.path("articles").isEmpty()) {
                told++;
                if (deals.stream().noneMatch(deal -> matches(deal, truth, articles))) {
                    missed.add(truth.path("key").asText());
                }
            }
        }
        double found = 1 - missed.size() / (double) told;
        assertTrue(found >= FOUND, "found " + found + " of " + told + "; missed " + missed);
    }

    @Test
    void aRebuildGivesTheSameDeals() {
        program.store().rebuildDeals();
        List<Deal> rebuilt = new ArrayList<>();
        program.store().forEachDeal(rebuilt::add);
        assertEquals(deals, rebuilt);
    }

    @Test
    void articlesOfOneDealAreJoinedAndOthersAreNot() throws Exception {
        Map<String, String> names = nameById();
        List<Set<String>> joined = new ArrayList<>();
        for (Deal deal : deals) {
            joined.add(deal.sources().stream()
                    .filter(SourceArticle::main)
                    .map(source -> names.get(source.articleId()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
        }
        List<Set<String>> about = new ArrayList<>();
        List<Set<String>> told = new ArrayList<>();
        for (JsonNode truth : truth()) {
            about.add(texts(truth.path("about")));
            Set<String> all = texts(truth.path("articles"));
            all.addAll(texts(truth.path("retold")));
            told.add(all);
        }
        SamplePairs pairs = SamplePairs.of(joined, about, told);
        assertTrue(pairs.precision() >= JOINED_RIGHTLY, "joined though of other deals: " + pairs.wrong());
        assertTrue(pairs.recall() >= JOINED, "not joined though of one deal: " + pairs.missed());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> nameById() throws Exception {
        Map<String, Set<String>> ids = articlesByPath();
        Map<String, String> names = new HashMap<>();
        for (JsonNode truth : truth()) {
            for (String field : List.of("articles", "retold")) {
                truth.path(field).forEach(name -> ids.getOrDefault(name.asText(), Set.of())
                        .forEach(id -> names.put(id, name.asText())));
            }
        }
        return names;
    }

    private static boolean matches(Deal deal, JsonNode truth, Map<String, Set<String>> articles) {
        Set<String> sources = new HashSet<>();
        deal.sources().stream().map(SourceArticle::articleId).forEach(sources::add);
        boolean sameArticle = false;
        for (JsonNode article : truth.path("articles")) {
            sameArticle |=
                    articles.getOrDefault(article.asText(), Set.of()).stream().anyMatch(sources::contains);
        }
        return sameArticle
                && deal.type().label().equals(truth.path("type").asText())
                && names(deal.payer(), truth.path("payer"))
                && names(deal.payee(), truth.path("payee"));
    }

    private static boolean names(List<Company> side, JsonNode truth) {
        if (truth.isEmpty()) {
            return true;
        }
        for (JsonNode name : truth) {
            if (side.stream().anyMatch(company -> company.name().equals(name.asText()))) {
                return true;
            }
        }
        return false;
    }

    /** Ids of articles by outlet and slug: {@code wire/oracle-openai-capacity-contract}. */
    private static Map<String, Set<String>> articlesByPath() {
        Map<String, Set<String>> byPath = new HashMap<>();
        for (Store.StoredArticle stored :
                program.store().articles(program.store().ids())) {
            String url = stored.article().url();
            String outlet = url.substring("http://".length(), url.indexOf('.'));
            for (String piece : url.replaceAll("[?#].*", "").split("[/.]", -1)) {
                byPath.computeIfAbsent(
                                outlet + "/" + piece.replaceFirst("^\\d{4}-\\d{2}-\\d{2}-", ""), k -> new HashSet<>())
                        .add(stored.article().id());
            }
        }
        return byPath;
    }

    private static List<JsonNode> truth() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleCollectionTest.class.getResourceAsStream("/sample/truth.ndjson")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }
}
