package dealscope.store;

import static dealscope.store.Column.millis;

import dealscope.article.Article;
import dealscope.ledger.ClaimChange;
import dealscope.story.Boilerplate;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What publishers changed in their articles: each former version, when its change was seen, and what it made of the
 * claims. Of an article the first version and the latest ones are kept.
 */
final class RevisionTable {
    /** An article that changes more often is a page of running numbers, and is left as it is. */
    static final int MOST_CHANGES = 40;

    private static final int MOST_KEPT = 20;
    private static final int MOST_TEXT = 60_000;

    private final Handle handle;

    RevisionTable(Handle handle) {
        this.handle = handle;
    }

    /** Whether these are two versions: other words in title or text, not only other spaces, dashes or invitations. */
    static boolean differ(Article a, Article b) {
        return !Boilerplate.comparable(a.title()).equals(Boilerplate.comparable(b.title()))
                || !Boilerplate.comparable(a.text()).equals(Boilerplate.comparable(b.text()));
    }

    int count(String articleId) {
        return handle.createQuery("select revision from article where id = :id")
                .bind("id", articleId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    /** Keeps the version that another one takes the place of, seen at this time; a second change seen then adds nothing. */
    void add(Article former, Instant seen) {
        int number = count(former.id()) + 1;
        int added = handle.createUpdate("""
                        insert into article_revision (article_id, number, seen, title, text)
                        select :id, :number, :seen, :title, :text
                        where not exists (select 1 from article_revision where article_id = :id and seen = :seen)""")
                .bind("id", former.id())
                .bind("number", number)
                .bind("seen", millis(seen))
                .bind("title", Column.cleanText(former.title()))
                .bind("text", Column.cleanText(bounded(former.text())))
                .execute();
        if (added > 0) {
            handle.createUpdate("update article set revision = :number where id = :id")
                    .bind("id", former.id())
                    .bind("number", number)
                    .execute();
            handle.createUpdate("""
                            delete from article_revision
                            where article_id = :id and number > 1 and number <= :number - :kept""")
                    .bind("id", former.id())
                    .bind("number", number)
                    .bind("kept", MOST_KEPT - 1)
                    .execute();
        }
    }

    private static String bounded(String text) {
        if (text.length() <= MOST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_TEXT - 1)) ? MOST_TEXT - 1 : MOST_TEXT;
        return text.substring(0, end);
    }

    /** Notes what the article's last change made of its claims. */
    void explain(String articleId, int number, List<ClaimChange> changes) {
        handle.createUpdate("""
                        update article_revision set changes = :changes where article_id = :id and number = :number""")
                .bind("id", articleId)
                .bind("number", number)
                .bind("changes", Json.write(changes.toArray(ClaimChange[]::new)))
                .execute();
    }

    /** Changes that made something else of the claims, the oldest first. */
    List<ClaimEdit> edits(List<String> articleIds) {
        if (articleIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select article_id, number, seen, changes from article_revision
                        where article_id in (<ids>) and changes is not null and changes <> '[]'
                        order by seen, article_id, number""")
                .bindList("ids", articleIds)
                .map((row, context) -> new ClaimEdit(
                        row.getString("article_id"),
                        row.getInt("number"),
                        Column.requiredInstant(row, "seen"),
                        List.of(Json.read(row.getString("changes"), ClaimChange[].class))))
                .list();
    }

    /** The versions kept, oldest first within each article. */
    List<Revision> ofAll(List<String> articleIds) {
        if (articleIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select article_id, number, seen, title, text, changes from article_revision
                        where article_id in (<ids>) order by article_id, number""")
                .bindList("ids", articleIds)
                .map((row, context) -> {
                    String changes = row.getString("changes");
                    return new Revision(
                            row.getString("article_id"),
                            row.getInt("number"),
                            Column.requiredInstant(row, "seen"),
                            row.getString("title"),
                            row.getString("text"),
                            changes == null ? List.of() : List.of(Json.read(changes, ClaimChange[].class)));
                })
                .list();
    }
}
