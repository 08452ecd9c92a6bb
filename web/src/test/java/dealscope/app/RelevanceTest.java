package dealscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.Listener;
import dealscope.deal.Deal;
import dealscope.index.BadQuery;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.index.SearchResult;
import dealscope.store.Store.StoredArticle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judged queries of {@code relevance/queries.csv}, asked of the sample collection as a person asks them. Each counts
 * with its nDCG@10: gains 2^grade - 1, discounted by log2 of the rank + 1, over the best order possible of what is judged
 * and there.
 */
class RelevanceTest {
    private static final int TOP = 10;
    private static final int QUERIES = 60;

    /** Mean nDCG@10; raise it, never lower it. */
    private static final double NDCG = 0.88;

    /** Of the judged results, how many the collection has under their name: the rest says nothing of the order. */
    private static final double THERE = 0.95;

    @TempDir
    static Path data;

    private static Program program;
    private static final Map<Kind, Map<String, String>> names = new LinkedHashMap<>();

    /** @param grades by the name of a result */
    private record Judged(String query, Kind kind, Map<String, Integer> grades) {}

    @BeforeAll
    static void readTheCollection() throws Exception {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        program = Program.open(
                Settings.read(Settings.flags(Setting.DATA, data), Map.of()), Map.of(), InstantSource.fixed(now));
        program.addSamples();
        program.refresher().round(Listener.NONE);
        Map<String, String> deals = new LinkedHashMap<>();
        program.store().forEachDeal((Deal deal) -> {
            if (!deal.background()) {
                deals.put(deal.id(), deal.id());
            }
        });
        names.put(Kind.DEALS, deals);
        names.put(
                Kind.ARTICLES,
                program.store().articles(program.store().ids()).stream()
                        .map(StoredArticle::article)
                        .collect(Collectors.toMap(article -> article.id(), article -> article.url())));
    }

    @AfterAll
    static void close() throws Exception {
        program.close();
    }

    @Test
    void whatIsWantedStandsFirst() throws Exception {
        List<Judged> all = judged();
        assertTrue(all.size() >= QUERIES, all.size() + " queries");
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Judged judged : all) {
            scores.put(judged.kind().name().toLowerCase(Locale.ROOT) + ": " + judged.query(), ndcg(judged));
        }
        double mean = scores.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        assertTrue(mean >= NDCG, () -> "nDCG@10 is " + mean + "; the worst: " + worst(scores));
    }

    private static String worst(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(TOP * 3)
                .map(each -> String.format(Locale.ROOT, "%.3f %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theJudgedResultsAreThere() throws Exception {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Judged judged : judged()) {
            for (String name : judged.grades().keySet()) {
                named++;
                if (names(judged.kind()).values().stream().noneMatch(known -> isNamed(judged.kind(), known, name))) {
                    missing.add(name);
                }
            }
        }
        assertTrue(missing.size() <= (1 - THERE) * named, missing.toString());
    }

    @Test
    void aStoryOfManyArticlesIsOneHitAndOpensIntoAllOfThem() throws Exception {
        SearchRequest asked = new SearchRequest(Kind.ARTICLES, "anthropic", Sort.RELEVANCE, null, 100, false, false);
        SearchResult each = program.index().search(asked);
        SearchResult stories = program.index().search(asked.byStory());
        long hits = stories.hits().stream().mapToLong(hit -> 1 + hit.others()).sum();
        assertEquals(each.total(), hits);
        assertTrue(stories.hits().size() < each.hits().size());
        SearchResult.Hit many = stories.hits().stream()
                .max(Comparator.comparingLong(SearchResult.Hit::others))
                .orElseThrow();
        SearchResult opened = program.index()
                .search(new SearchRequest(
                                Kind.ARTICLES, "anthropic story:" + many.story(), Sort.DATE, null, 100, false, false)
                        .byStory());
        assertEquals(many.others() + 1, opened.hits().size());
    }

    private static double ndcg(Judged judged) throws IOException, BadQuery {
        SearchRequest request =
                new SearchRequest(judged.kind(), judged.query(), Sort.RELEVANCE, null, TOP, false, false);
        List<Integer> found = program.index().search(request.byStory()).hits().stream()
                .map(hit -> grade(
                        judged, Objects.requireNonNull(names(judged.kind()).get(hit.id()))))
                .toList();
        List<Integer> best = names(judged.kind()).values().stream()
                .map(name -> grade(judged, name))
                .sorted(Comparator.reverseOrder())
                .limit(TOP)
                .toList();
        double ideal = gain(best);
        return ideal == 0 ? 0 : Math.min(1, gain(found) / ideal);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int rank = 0; rank < grades.size(); rank++) {
            gain += (Math.pow(2, grades.get(rank)) - 1) * Math.log(2) / Math.log(rank + 2);
        }
        return gain;
    }

    private static int grade(Judged judged, String known) {
        return judged.grades().entrySet().stream()
                .filter(each -> isNamed(judged.kind(), known, each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static boolean isNamed(Kind kind, String known, String name) {
        return kind == Kind.DEALS ? known.startsWith(name) : known.contains(name);
    }

    private static Map<String, String> names(Kind kind) {
        return Objects.requireNonNull(names.get(kind));
    }

    private static List<Judged> judged() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RelevanceTest.class.getResourceAsStream("/relevance/queries.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RelevanceTest::judged)
                    .toList();
        }
    }

    private static Judged judged(String line) {
        String[] cells = line.split("\\|");
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String each : cells[2].strip().split(" +")) {
            int equals = each.lastIndexOf('=');
            grades.put(each.substring(0, equals), Integer.valueOf(each.substring(equals + 1)));
        }
        return new Judged(cells[0].strip(), Kind.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)), grades);
    }
}
