package dealscope.store;

import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The log of corrections, in the order in which they were made. */
final class CorrectionTable {
    private final Handle handle;

    CorrectionTable(Handle handle) {
        this.handle = handle;
    }

    List<Correction> all() {
        return handle.createQuery("select * from correction order by number")
                .map((row, context) -> read(row))
                .list();
    }

    Optional<Correction> byId(String id) {
        return handle.createQuery("select * from correction where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Id of the last one; null when there is none. */
    @Nullable
    String last() {
        return handle.createQuery("select id from correction order by number desc limit 1")
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** False when it is there already. */
    boolean add(Correction correction) {
        if (byId(correction.id()).isPresent()) {
            return false;
        }
        handle.createUpdate("""
                        insert into correction (number, id, at, author, note, kind, body)
                        select coalesce(max(number), 0) + 1, :id, :at, :author, :note, :kind, :body from correction""")
                .bind("id", correction.id())
                .bind("at", correction.at().toEpochMilli())
                .bind("author", Column.cleanText(correction.author()))
                .bind("note", Column.cleanText(correction.note()))
                .bind("kind", correction.decision().kind())
                .bind("body", Json.write(correction.decision()))
                .execute();
        return true;
    }

    private static Correction read(ResultSet row) throws SQLException {
        return new Correction(
                row.getString("id"),
                Column.requiredInstant(row, "at"),
                row.getString("author"),
                row.getString("note"),
                decision(row.getString("kind"), row.getString("body")));
    }

    /** @throws StoreException when it is of a kind that this version does not know */
    static Decision decision(String kind, String body) {
        Class<? extends Decision> type =
                switch (kind) {
                    case "merge" -> Decision.Merge.class;
                    case "split" -> Decision.Split.class;
                    case "distinct" -> Decision.Distinct.class;
                    case "not_a_deal" -> Decision.NoDeal.class;
                    case "party" -> Decision.Party.class;
                    case "field" -> Decision.Right.class;
                    case "hide" -> Decision.Hide.class;
                    case "alias" -> Decision.Alias.class;
                    case "undo" -> Decision.Undo.class;
                    default -> throw new StoreException("unknown kind of correction: " + kind, null);
                };
        return Json.read(body, type);
    }
}
