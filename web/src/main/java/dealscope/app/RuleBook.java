package dealscope.app;

import dealscope.article.Article;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.index.BadQuery;
import dealscope.index.FeedRules;
import dealscope.store.Store;
import dealscope.web.site.Actions.RuleTrial;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tries and sets the rules of feeds on what to keep and what to drop. */
final class RuleBook {
    private static final int EXAMPLES = 5;

    private final Store store;
    private final FeedRules rules;
    private final InstantSource clock;

    RuleBook(Store store, InstantSource clock) {
        this.store = store;
        this.rules = new FeedRules(clock);
        this.clock = clock;
    }

    FeedRules rules() {
        return rules;
    }

    Optional<RuleTrial> tryRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery {
        FeedOptions ruled = ruled(FeedOptions.DEFAULT, keep, drop);
        return store.feed(feedId).isEmpty()
                ? Optional.empty()
                : Optional.of(new Trial(rules.dropping(ruled)).run(store, feedId));
    }

    Optional<Integer> setRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery {
        Optional<FeedState> feed = store.feed(feedId);
        if (feed.isEmpty()) {
            return Optional.empty();
        }
        FeedOptions ruled = ruled(feed.get().options(), keep, drop);
        store.changeFeed(feed.get().withOptions(ruled));
        return Optional.of(store.sources().reconsider(feedId, rules.dropping(ruled), clock.instant()));
    }

    private FeedOptions ruled(FeedOptions options, @Nullable String keep, @Nullable String drop) throws BadQuery {
        return options.withRules(checked(keep), checked(drop));
    }

    private @Nullable String checked(@Nullable String rule) throws BadQuery {
        if (rule == null || rule.isBlank()) {
            return null;
        }
        rules.check(rule);
        return rule.strip();
    }

    /** Counts as it goes, so that no more than a page of articles is in memory. */
    private static final class Trial {
        private final Predicate<Article> dropping;
        private final List<String> keptTitles = new ArrayList<>();
        private final List<String> droppedTitles = new ArrayList<>();
        private int articles;
        private int dropped;
        private int held;
        private int back;

        Trial(Predicate<Article> dropping) {
            this.dropping = dropping;
        }

        RuleTrial run(Store store, String feedId) {
            store.sources().forEachArticle(feedId, this::stored);
            store.sources().forEachDropped(feedId, this::held);
            return new RuleTrial(articles, dropped, keptTitles, droppedTitles, held, back);
        }

        private void stored(Article article) {
            boolean drops = dropping.test(article);
            List<String> titles = drops ? droppedTitles : keptTitles;
            articles++;
            dropped += drops ? 1 : 0;
            if (titles.size() < EXAMPLES) {
                titles.add(article.title());
            }
        }

        private void held(Article article) {
            held++;
            back += dropping.test(article) ? 0 : 1;
        }
    }
}
