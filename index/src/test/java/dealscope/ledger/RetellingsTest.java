package dealscope.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.deal.Report;
import dealscope.fact.Companies;
import dealscope.nlp.Analyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How well articles about one deal are joined, in pairs of articles: as read, and as a perfect reader would read them. */
final class RetellingsTest {
    /** Floors of the pairs joined rightly, and of those found; raise them, never lower them. */
    private static final double READ_RIGHTLY = 0.98;

    private static final double READ_FOUND = 0.69;
    private static final double IDEAL_RIGHTLY = 0.99;
    private static final double IDEAL_FOUND = 0.96;

    private static final Companies COMPANIES = Companies.load();

    @Test
    void articlesAsReadAreJoinedByTheDealsThatTheyAreAbout() throws IOException {
        Analyzer analyzer = Analyzer.load();
        Pairs pairs = resolve(
                new Resolver(COMPANIES::root),
                article -> Echo.with(analyzer.analyze(new Analyzer.Input(
                        article.id(),
                        article.title(),
                        article.text(),
                        article.published(),
                        article.outlet(),
                        article.published()))));
        pairs.check(READ_RIGHTLY, READ_FOUND);
    }

    @Test
    void articlesReadToPerfectionAreJoinedByTheDealsThatTheyAreAbout() throws IOException {
        Map<String, String> ids = new HashMap<>();
        COMPANIES.all().forEach(fact -> fact.names()
                .forEach(name ->
                        ids.putIfAbsent(ResolveCase.id(name), fact.company().id())));
        Pairs pairs = resolve(new Resolver(id -> COMPANIES.root(ids.getOrDefault(id, id))), Retelling::ideal);
        pairs.check(IDEAL_RIGHTLY, IDEAL_FOUND);
    }

    private static Pairs resolve(Resolver resolver, Function<Retelling, List<Report>> reader) throws IOException {
        List<Retelling> articles = Retelling.all();
        assertTrue(articles.size() >= 90, "only " + articles.size() + " articles were found");
        Map<String, List<Report>> reports = new HashMap<>();
        Map<String, Set<String>> about = new HashMap<>();
        for (Retelling article : articles) {
            reports.put(article.id(), reader.apply(article));
            article.about().forEach(key -> about.computeIfAbsent(key, any -> new LinkedHashSet<>())
                    .add(article.id()));
        }
        List<String> made = new ArrayList<>();
        List<Set<String>> joined = new ArrayList<>();
        for (ResolveStage.Line line : new ResolveStage(resolver).lines(Retelling.coverage(articles, reports))) {
            joined.add(new LinkedHashSet<>(line.articles()));
            made.add(line.id() + " " + line.articles());
        }
        return new Pairs(pairs(joined), pairs(about.values()), made);
    }

    private static Set<String> pairs(Collection<Set<String>> groups) {
        Set<String> pairs = new TreeSet<>();
        for (Set<String> group : groups) {
            List<String> members = new ArrayList<>(group);
            Collections.sort(members);
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    pairs.add(members.get(i) + "+" + members.get(j));
                }
            }
        }
        return pairs;
    }

    private record Pairs(Set<String> joined, Set<String> wanted, List<String> deals) {
        void check(double rightly, double found) {
            Set<String> both = new TreeSet<>(joined);
            both.retainAll(wanted);
            Set<String> wrong = new TreeSet<>(joined);
            wrong.removeAll(wanted);
            Set<String> missed = new TreeSet<>(wanted);
            missed.removeAll(joined);
            double precision = both.size() / (double) joined.size();
            double recall = both.size() / (double) wanted.size();
            String all = "precision " + precision + ", recall " + recall + "; wrong " + wrong + "; missed " + missed
                    + "; deals " + String.join("\n", deals);
            assertTrue(precision >= rightly, all);
            assertTrue(recall >= found, all);
        }
    }
}
