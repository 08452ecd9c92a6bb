package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.flag;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.CrawlStore.PendingPage;
import dealscope.deal.Analysis;
import dealscope.story.Titles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Articles. Only articles whose page is settled have a place in the change log. */
final class ArticleTable {
    private final Handle handle;
    private final ChangeLog changes;

    ArticleTable(Handle handle) {
        this.handle = handle;
        this.changes = new ChangeLog(handle);
    }

    /** Articles that this feed carried, ordered by id. */
    List<Article> ofFeed(String feedId, String after, int limit) {
        return handle.createQuery("""
                        select * from article where id > :after
                          and id in (select article_id from entry where feed_id = :feedId)
                        order by id limit :limit""")
                .bind("feedId", feedId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Adds the article that an entry brings; false when it is there. */
    boolean insert(Draft draft, Instant seen) {
        Article article = draft.article();
        Update update = handle.createUpdate("""
                insert into article (id, url_key, url, canonical, title, text, author, published, updated, fetched,
                  language, publisher, feed_id, completeness, reason, sample, first_seen, page_pending, content_hash,
                  title_key, publisher_host)
                values (:id, :urlKey, :url, :canonical, :title, :text, :author, :published, :updated, :fetched,
                  :language, :publisher, :feedId, :completeness, :reason, :sample, :seen, :pending, :contentHash,
                  :titleKey, :publisherHost)
                on conflict (id) do nothing""");
        return bindContent(update, article)
                        .bind("feedId", article.feedId())
                        .bind("sample", flag(article.sample()))
                        .bind("seen", millis(seen))
                        .bind("pending", flag(draft.fetchPage()))
                        .bind("publisherHost", clean(draft.publisherHost()))
                        .execute()
                > 0;
    }

    /**
     * Settles the article's page; false when the article is gone. Feed and first sight stay as they were. What was
     * settled before and now says something else becomes a revision; what says the same stays word for word.
     */
    boolean settle(Article article) {
        Article before = settledTextOf(article.id());
        if (before == null) {
            return replace(article, false);
        }
        if (!RevisionTable.differ(before, article)) {
            return replace(withWordsOf(before, article), false);
        }
        if (before.completeness() == article.completeness()) {
            new RevisionTable(handle).add(before, article.fetched());
        }
        return replace(article, false);
    }

    /** Puts the new version of an article in the place of the stored one, which is kept when it was ever settled. */
    void revise(Article stored, Article revised, Instant seen) {
        if (!RevisionTable.differ(stored, revised)) {
            return;
        }
        if (settledTextOf(stored.id()) != null) {
            new RevisionTable(handle).add(stored, seen);
        }
        replace(revised, isPending(stored.id()));
    }

    private static Article withWordsOf(Article before, Article article) {
        return new Article(
                article.id(),
                article.urlKey(),
                article.url(),
                article.canonical(),
                before.title(),
                before.text(),
                article.author(),
                article.published(),
                article.updated(),
                article.fetched(),
                article.language(),
                article.publisher(),
                article.feedId(),
                article.completeness(),
                article.reason(),
                article.sample());
    }

    private boolean replace(Article article, boolean pending) {
        Update update = handle.createUpdate("""
                update article set url_key = :urlKey, url = :url, canonical = :canonical, title = :title, text = :text,
                  author = :author, published = :published, updated = :updated, fetched = :fetched,
                  language = :language, publisher = :publisher, completeness = :completeness, reason = :reason,
                  page_pending = :pending, content_hash = :contentHash, title_key = :titleKey
                where id = :id""");
        boolean there =
                bindContent(update, article).bind("pending", flag(pending)).execute() > 0;
        if (there) {
            touch(article.id());
        }
        return there;
    }

    private boolean isPending(String id) {
        return handle.createQuery("select page_pending from article where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0)
                != 0;
    }

    /** Has the article's page read once more, unless that was done so often already. */
    void readAgain(String id, int most, Instant seen) {
        handle.createUpdate("""
                        update article set page_pending = 1, rereads = rereads + 1, page_attempts = 0,
                          page_next = null, fetched = :seen
                        where id = :id and page_pending = 0 and rereads < :most""")
                .bind("id", id)
                .bind("seen", millis(seen))
                .bind("most", most)
                .execute();
    }

    /** The article as it was when its page was settled last; null when it never was. */
    private @Nullable Article settledTextOf(String id) {
        return handle.createQuery("select * from article where id = :id and seq is not null")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne()
                .orElse(null);
    }

    Optional<Article> textOf(String id) {
        return textsOf(List.of(id)).stream().findFirst();
    }

    /** Gives up the pages of this feed that are still to be fetched: its articles stay as the feed told them. */
    void settleUnread(String feedId, String reason) {
        List<String> ids = handle.createQuery("select id from article where feed_id = :feedId and page_pending = 1")
                .bind("feedId", feedId)
                .mapTo(String.class)
                .list();
        for (String id : ids) {
            handle.createUpdate("update article set page_pending = 0, reason = :reason where id = :id")
                    .bind("id", id)
                    .bind("reason", reason)
                    .execute();
            touch(id);
        }
    }

    List<String> newest(String feedId, int limit) {
        return handle.createQuery("""
                        select id from article where feed_id = :feedId
                        order by coalesce(published, first_seen) desc, id desc limit :limit""")
                .bind("feedId", feedId)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Notes that the index has to take the article over again, if it is there and settled. */
    void touch(String id) {
        int there = handle.createUpdate("update article set seq = :seq where id = :id and page_pending = 0")
                .bind("id", id)
                .bind("seq", changes.next())
                .execute();
        if (there > 0) {
            changes.exists(id);
        }
    }

    List<String> feedsWithPending(Instant now, int limit) {
        return handle.createQuery("""
                        select feed_id from article where page_pending = 1 and (page_next is null or page_next <= :now)
                        group by feed_id order by min(fetched), feed_id limit :limit""")
                .bind("now", millis(now))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    List<PendingPage> pending(String feedId, Instant now, int limit) {
        return handle.createQuery("""
                        select * from article
                        where page_pending = 1 and feed_id = :feedId and (page_next is null or page_next <= :now)
                        order by fetched, id limit :limit""")
                .bind("feedId", feedId)
                .bind("now", millis(now))
                .bind("limit", limit)
                .map((row, context) -> new PendingPage(read(row), row.getInt("page_attempts")))
                .list();
    }

    /** Returns false when the article is gone or its page is settled. */
    boolean postpone(String id, String reason, int attempts, Instant next) {
        return handle.createUpdate("""
                        update article set reason = :reason, page_attempts = :attempts, page_next = :next
                        where id = :id and page_pending = 1""")
                        .bind("id", id)
                        .bind("reason", clean(reason))
                        .bind("attempts", attempts)
                        .bind("next", millis(next))
                        .execute()
                > 0;
    }

    List<Article> unanalyzed(int analyzerVersion, int limit) {
        return handle.createQuery("""
                        select * from article where page_pending = 0
                          and (analyzer_version is null or analyzer_version < :version or analyzed_hash <> content_hash)
                        order by fetched, id limit :limit""")
                .bind("version", analyzerVersion)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** Whether the publisher changed the article since this version of the analyzer read it, and how it was read then. */
    Optional<Former> formerReading(Article article, int analyzerVersion) {
        return handle.createQuery("""
                        select analysis, revision from article
                        where id = :id and revision > analyzed_revision and analysis is not null
                          and analyzer_version = :version and content_hash = :hash""")
                .bind("id", article.id())
                .bind("version", analyzerVersion)
                .bind("hash", contentHash(article))
                .map((row, context) ->
                        new Former(row.getInt("revision"), Json.read(row.getString("analysis"), Analysis.class)))
                .findOne();
    }

    /** @param revision the number of the change that came since */
    record Former(int revision, Analysis analysis) {}

    /** Returns false when the article is gone. */
    boolean analyzed(Article article, @Nullable Analysis analysis, @Nullable String error, int analyzerVersion) {
        return handle.createUpdate("""
                        update article set analysis = :analysis, analysis_error = :error,
                          analyzer_version = :version, analyzed_hash = :hash, analyzed_revision = revision
                        where id = :id""")
                        .bind("id", article.id())
                        .bind("analysis", analysis == null ? null : Json.write(analysis))
                        .bind("error", clean(error))
                        .bind("version", analyzerVersion)
                        .bind("hash", contentHash(article))
                        .execute()
                > 0;
    }

    /** An article with what was found in it. */
    record Row(
            Article article,
            @Nullable Analysis analysis,
            @Nullable String analysisError) {}

    /** In no particular order; unknown ids are left out. */
    List<Row> byIds(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("select * from article where id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> {
                    String analysis = row.getString("analysis");
                    return new Row(
                            read(row),
                            analysis == null ? null : Json.read(analysis, Analysis.class),
                            row.getString("analysis_error"));
                })
                .list();
    }

    List<String> known(List<String> ids) {
        return handle.createQuery("select id from article where id in (<ids>)")
                .bindList("ids", ids)
                .mapTo(String.class)
                .list();
    }

    /** The articles alone, in the order of {@code ids}. */
    List<Article> textsOf(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Article> found = new HashMap<>();
        handle.createQuery("select * from article where id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> read(row))
                .forEach(article -> found.put(article.id(), article));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<String> sampleIds() {
        return handle.createQuery("select id from article where sample = 1 order by id")
                .mapTo(String.class)
                .list();
    }

    void remove(String id) {
        handle.createUpdate("delete from article where id = :id").bind("id", id).execute();
        changes.removed(id);
    }

    /** Ids that the index must hold. */
    List<String> settledIds() {
        return handle.createQuery("select id from article where seq is not null")
                .mapTo(String.class)
                .list();
    }

    /** What the analysis depends on: when it changes, the article is read again. */
    private static String contentHash(Article article) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(
                    article.title(),
                    article.text(),
                    article.publisher(),
                    article.url(),
                    String.valueOf(millis(article.published())))) {
                digest.update(Column.cleanText(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Update bindContent(Update update, Article article) {
        return update.bind("id", article.id())
                .bind("urlKey", clean(article.urlKey()))
                .bind("url", clean(article.url()))
                .bind("canonical", clean(article.canonical()))
                .bind("title", clean(article.title()))
                .bind("text", clean(article.text()))
                .bind("author", clean(article.author()))
                .bind("published", millis(article.published()))
                .bind("updated", millis(article.updated()))
                .bind("fetched", millis(article.fetched()))
                .bind("language", clean(article.language()))
                .bind("publisher", clean(article.publisher()))
                .bind("completeness", article.completeness().label())
                .bind("reason", clean(article.reason()))
                .bind("contentHash", contentHash(article))
                .bind("titleKey", clean(Titles.key(article.title(), article.publisher())));
    }

    static Article read(ResultSet row) throws SQLException {
        return new Article(
                row.getString("id"),
                row.getString("url_key"),
                row.getString("url"),
                row.getString("canonical"),
                row.getString("title"),
                row.getString("text"),
                row.getString("author"),
                instant(row, "published"),
                instant(row, "updated"),
                Column.requiredInstant(row, "fetched"),
                row.getString("language"),
                row.getString("publisher"),
                row.getString("feed_id"),
                Completeness.valueOf(row.getString("completeness").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                flag(row, "sample"));
    }
}
