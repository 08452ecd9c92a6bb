package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.instant;
import static dealscope.store.Column.millis;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.story.Boilerplate;
import dealscope.story.Titles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The entries of feeds, each with what the feed last told under its guid. An entry that tells something else than before
 * changes its article, and has the article's page read again, a few times in the article's life.
 */
final class EntryTable {
    private static final int MOST_REREADS = 5;

    private final Handle handle;
    private final ArticleTable articles;
    private final RevisionTable revisions;
    private final Headlines headlines;

    EntryTable(Handle handle) {
        this.handle = handle;
        this.articles = new ArticleTable(handle);
        this.revisions = new RevisionTable(handle);
        this.headlines = new Headlines(handle);
    }

    /** @param told hash of title and text as the feed gave them, null in a row of an older version */
    private record Known(
            String articleId,
            @Nullable String told,
            @Nullable Instant updated) {
        static Known read(ResultSet row) throws SQLException {
            return new Known(row.getString("article_id"), row.getString("told"), instant(row, "updated"));
        }
    }

    /** Whether an entry of this feed is known under this guid. */
    boolean has(String feedId, String guid) {
        return handle.createQuery("select 1 from entry where feed_id = :feedId and guid = :guid")
                .bind("feedId", feedId)
                .bind("guid", clean(guid))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * Returns whether the entry is new to this feed.
     *
     * @param follow whether an article follows what its entry tells; not so for what an archive tells
     */
    boolean add(String feedId, Draft draft, Instant seen, boolean follow) {
        Known known = handle.createQuery("""
                        select article_id, told, updated from entry where feed_id = :feedId and guid = :guid""")
                .bind("feedId", feedId)
                .bind("guid", clean(draft.guid()))
                .map((row, context) -> Known.read(row))
                .findOne()
                .orElse(null);
        if (known == null) {
            addNew(feedId, draft, seen, follow);
            return true;
        }
        if (!follow) {
            return false;
        }
        if (isOtherArticle(known, draft)) {
            String id = place(draft, seen);
            put(feedId, draft, id, seen);
            return true;
        }
        follow(known, draft, seen);
        if (!told(draft).equals(known.told()) || isLater(draft.article().updated(), known.updated())) {
            put(feedId, draft, known.articleId(), seen);
        }
        return false;
    }

    private void addNew(String feedId, Draft draft, Instant seen, boolean follow) {
        String id = place(draft, seen);
        if (follow) {
            followUnderAnotherGuid(feedId, id, draft, seen);
        }
        put(feedId, draft, id, seen);
    }

    private void followUnderAnotherGuid(String feedId, String id, Draft draft, Instant seen) {
        handle.createQuery("""
                        select article_id, told, updated from entry
                        where feed_id = :feedId and article_id = :id and seen < :seen
                        order by seen desc, guid limit 1""")
                .bind("feedId", feedId)
                .bind("id", id)
                .bind("seen", millis(seen))
                .map((row, context) -> Known.read(row))
                .findOne()
                .ifPresent(known -> follow(known, draft, seen));
    }

    /** The id of the article that the entry belongs to, which is made when it is not there. */
    private String place(Draft draft, Instant seen) {
        String known = headlines.articleOf(draft);
        if (known != null) {
            return known;
        }
        if (articles.insert(draft, seen) && !draft.fetchPage()) {
            articles.touch(draft.article().id());
        }
        return draft.article().id();
    }

    /** A guid that was given to another story: another link, and a title that has nothing to do with the old one. */
    private boolean isOtherArticle(Known known, Draft draft) {
        if (known.articleId().equals(draft.article().id()) || headlines.isHeadline(draft)) {
            return false;
        }
        Optional<Article> stored = articles.textOf(known.articleId());
        return stored.isPresent()
                && !Titles.related(stored.get().title(), draft.article().title());
    }

    private void follow(Known known, Draft draft, Instant seen) {
        boolean retold = known.told() != null && !told(draft).equals(known.told());
        boolean updated = known.updated() != null && isLater(draft.article().updated(), known.updated());
        boolean own = known.articleId().equals(draft.article().id()) || !headlines.isHeadline(draft);
        if (own && (retold || updated) && revisions.count(known.articleId()) < RevisionTable.MOST_CHANGES) {
            articles.textOf(known.articleId()).ifPresent(stored -> change(stored, draft, retold, seen));
        }
    }

    private void change(Article stored, Draft draft, boolean retold, Instant seen) {
        if (retold) {
            articles.revise(stored, retold(stored, draft.article(), seen), seen);
        }
        if (draft.fetchPage()) {
            articles.readAgain(stored.id(), MOST_REREADS, seen);
        }
    }

    /**
     * The article as the feed tells it now. A text that was read from the page stays until the page is read again, and a
     * text that the feed gives no more stays for good.
     */
    private static Article retold(Article stored, Article told, Instant seen) {
        boolean keepsText =
                stored.completeness() == Completeness.FULL || told.text().isBlank();
        boolean stopgap = told.title().equals(told.url());
        return new Article(
                stored.id(),
                stored.urlKey(),
                told.url(),
                stored.canonical(),
                stopgap ? stored.title() : told.title(),
                keepsText ? stored.text() : told.text(),
                stored.author(),
                stored.published(),
                told.updated() == null ? stored.updated() : told.updated(),
                seen,
                stored.language(),
                stored.publisher(),
                stored.feedId(),
                keepsText ? stored.completeness() : told.completeness(),
                stored.reason(),
                stored.sample());
    }

    private static boolean isLater(@Nullable Instant now, @Nullable Instant before) {
        return now != null && (before == null || now.toEpochMilli() > before.toEpochMilli());
    }

    private void put(String feedId, Draft draft, String articleId, Instant seen) {
        handle.createUpdate("""
                        insert into entry (feed_id, guid, article_id, seen, told, updated)
                        values (:feedId, :guid, :id, :seen, :told, :updated)
                        on conflict (feed_id, guid) do update set article_id = excluded.article_id,
                          told = excluded.told, updated = excluded.updated""")
                .bind("feedId", feedId)
                .bind("guid", clean(draft.guid()))
                .bind("id", articleId)
                .bind("seen", millis(seen))
                .bind("told", told(draft))
                .bind("updated", millis(draft.article().updated()))
                .execute();
    }

    private static String told(Draft draft) {
        String words = Boilerplate.comparable(draft.article().title())
                + '\n'
                + Boilerplate.comparable(draft.article().text());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
