package dealscope.store;

import static dealscope.store.Column.clean;

import dealscope.article.Article;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.story.Titles;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Headlines of an aggregator that hides the publisher's address, and the articles they belong to: the same title, by the
 * same publisher, within two days. A headline that found its article is shown no more; its id leads to the article.
 */
final class Headlines {
    private static final Duration APART = Duration.ofHours(48);
    private static final int MOST = 50;

    private final Handle handle;

    Headlines(Handle handle) {
        this.handle = handle;
    }

    boolean isHeadline(Draft draft) {
        return draft.publisherHost() != null;
    }

    boolean isHeadline(String articleId) {
        return handle.createQuery("select 1 from article where id = :id and publisher_host is not null")
                .bind("id", articleId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The article that this headline belongs to, or null when it is not there, or this is no headline. */
    @Nullable
    String articleOf(Draft draft) {
        if (draft.publisherHost() == null) {
            return null;
        }
        String known = leadsTo(draft.article().id());
        return known != null ? known : find(draft);
    }

    private @Nullable String find(Draft draft) {
        Headline headline = Headline.of(draft.article(), Objects.requireNonNull(draft.publisherHost()));
        return sameTitle(draft.article(), "publisher_host is null", (row, context) -> ArticleTable.read(row)).stream()
                .filter(article -> headline.isOf(article))
                .map(Article::id)
                .findFirst()
                .orElse(null);
    }

    /** Ids of the headlines that belong to this article and stand alone so far. */
    List<String> of(Article article) {
        return sameTitle(
                        article,
                        "publisher_host is not null",
                        (row, context) ->
                                Headline.of(ArticleTable.read(row), String.valueOf(row.getString("publisher_host"))))
                .stream()
                .filter(headline -> headline.isOf(article))
                .map(Headline::id)
                .toList();
    }

    private <T> List<T> sameTitle(Article article, String which, RowMapper<T> mapper) {
        String key = Titles.key(article.title(), article.publisher());
        if (key == null) {
            return List.of();
        }
        return handle.createQuery("select * from article where title_key = :key and id <> :id and " + which
                        + " order by published, id limit :limit")
                .bind("key", clean(key))
                .bind("id", article.id())
                .bind("limit", MOST)
                .map(mapper)
                .list();
    }

    /** Gives the headline's entries to the article; the headline itself is then to be removed. */
    void join(String headline, String article) {
        handle.createUpdate("update entry set article_id = :article where article_id = :headline")
                .bind("article", article)
                .bind("headline", headline)
                .execute();
        handle.createUpdate("insert into article_alias (former_id, article_id) values (:headline, :article)")
                .bind("article", article)
                .bind("headline", headline)
                .execute();
    }

    /** The article that a former headline's id leads to. */
    @Nullable
    String leadsTo(String formerId) {
        return handle.createQuery("select article_id from article_alias where former_id = :id")
                .bind("id", formerId)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** @param host of the publisher's site, empty when the aggregator does not say */
    private record Headline(String id, String publisher, String host, Instant at) {
        static Headline of(Article article, String host) {
            return new Headline(article.id(), article.publisher(), host, at(article));
        }

        boolean isOf(Article article) {
            boolean publisher = host.isEmpty()
                    ? publisher().equalsIgnoreCase(article.publisher())
                    : isSite(hostOf(article.url()), host);
            return publisher && Duration.between(at, at(article)).abs().compareTo(APART) <= 0;
        }

        private static Instant at(Article article) {
            return article.published() == null ? article.fetched() : article.published();
        }

        /** The publisher's home may be a part of its site, or the article on a part of it. */
        private static boolean isSite(String a, String b) {
            return !a.isEmpty() && (a.equals(b) || a.endsWith("." + b) || b.contains(".") && b.endsWith("." + a));
        }

        private static String hostOf(String url) {
            try {
                String host = URI.create(url).getHost();
                String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
                return lower.startsWith("www.") ? lower.substring(4) : lower;
            } catch (IllegalArgumentException noAddress) {
                return "";
            }
        }
    }
}
