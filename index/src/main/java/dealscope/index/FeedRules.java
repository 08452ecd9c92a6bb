package dealscope.index;

import dealscope.article.Article;
import dealscope.crawler.EntryFilter;
import dealscope.crawler.FeedOptions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules on what to keep of a feed, in the search language, matched as the index would match them:
 *
 * {@snippet :
 * var rules = new FeedRules(InstantSource.system());
 * rules.check("gigawatt OR \"data center\"");
 * Predicate<Article> dropping = rules.dropping(options.withRules("gigawatt", "-source:\"sample wire\""));
 * }
 *
 * <p>An article passes when it matches {@code keep} and does not match {@code drop}. A rule is asked before an article is
 * read for deals, so it may name words, phrases, {@code title:}, {@code source:} and {@code published:} and no
 * other field. Safe for many
 * threads.
 */
public final class FeedRules implements EntryFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRules.class);

    private static final Set<QueryField> KNOWN = Set.of(QueryField.SOURCE, QueryField.TITLE, QueryField.PUBLISHED);

    private final InstantSource clock;
    private final Analyzer analyzer = new SearchAnalyzer();
    private final LuceneQueries queries = new LuceneQueries(analyzer);

    /** @param clock what {@code published:30d} counts from */
    public FeedRules(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws BadQuery when {@code rule} cannot be a rule, with what to change */
    public void check(String rule) throws BadQuery {
        parse(rule);
    }

    @Override
    public Predicate<Article> dropping(FeedOptions options) {
        if (options.keep() == null && options.drop() == null) {
            return article -> false;
        }
        Query keep = query(options.keep(), MatchAllDocsQuery.INSTANCE);
        Query drop = query(options.drop(), new MatchNoDocsQuery("no rule"));
        return article -> isDropped(article, keep, drop);
    }

    private boolean isDropped(Article article, Query keep, Query drop) {
        MemoryIndex memory = MemoryIndex.fromDocument(Documents.unread(article), analyzer);
        try {
            var searcher = memory.createSearcher();
            return searcher.count(keep) == 0 || searcher.count(drop) > 0;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    private Query query(@Nullable String rule, Query otherwise) {
        if (rule == null) {
            return otherwise;
        }
        try {
            return queries.of(parse(rule));
        } catch (BadQuery e) {
            LOG.warn("the rule \"{}\" of a feed is not followed: {}", rule, e.getMessage());
            return otherwise;
        }
    }

    private SearchQuery parse(String rule) throws BadQuery {
        SearchQuery query = SearchQuery.parse(rule, clock.instant());
        QueryField unknown = unknownBeforeReading(query);
        if (unknown != null) {
            throw new BadQuery(
                    "a rule is asked before an article is read for deals, so it knows words, \"phrases\", NEAR, title:,"
                            + " source: and published:, but not " + unknown.label() + ":",
                    Math.max(0, rule.toLowerCase(java.util.Locale.ROOT).indexOf(unknown.label() + ":")));
        }
        return query;
    }

    private static @Nullable QueryField unknownBeforeReading(SearchQuery query) {
        return Arrays.stream(QueryField.values())
                .filter(field -> !KNOWN.contains(field) && query.names(field))
                .findFirst()
                .orElse(null);
    }
}
