package dealscope.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The tables, made and brought up to date by Flyway from one set of scripts for both databases. */
final class Migrations {
    static final Map<String, String> SQLITE =
            Map.of("text", "text", "bytes", "blob", "timestamp", "timestamp", "boolean", "bit");
    /** The C collation compares by code point, as SQLite and Java do. */
    static final Map<String, String> POSTGRESQL = Map.of(
            "text",
            "text collate \"C\"",
            "bytes",
            "bytea",
            "timestamp",
            "timestamp with time zone",
            "boolean",
            "boolean");

    private final Flyway flyway;
    private final String name;

    Migrations(DataSource database, Map<String, String> dialect, String name) {
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:dealscope/store/migration")
                .placeholders(dialect)
                .load();
        this.name = name;
    }

    /** Brings the tables up to date; refuses a store of a newer version and a database of another program. */
    void migrate() {
        try {
            refuseNewer();
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "cannot bring the tables of " + name + " up to date: " + firstLine(e)
                            + ". If it belongs to another program, choose another place; if not, restore a backup.",
                    e);
        }
    }

    /** For readers: refuses a store whose tables are not exactly of this version. */
    void check() {
        try {
            refuseNewer();
            if (flyway.info().pending().length > 0) {
                throw new StoreException(
                        name + " is empty or of an older version of Dealscope. "
                                + "Start `dealscope serve` or `dealscope refresh` once to bring it up to date.",
                        null);
            }
        } catch (FlywayException e) {
            throw new StoreException("cannot read the tables of " + name + ": " + firstLine(e), e);
        }
    }

    private void refuseNewer() {
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState().name().startsWith("FUTURE")) {
                throw new StoreException(
                        name + " was written by a newer version of Dealscope (tables " + migration.getVersion()
                                + "). Use that version, or another data folder.",
                        null);
            }
        }
    }

    private static String firstLine(FlywayException e) {
        String message = String.valueOf(e.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }
}
