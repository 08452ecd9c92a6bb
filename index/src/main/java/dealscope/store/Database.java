package dealscope.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to either database, and their rules. A read is a snapshot and waits for nobody. Writes go one after the
 * other: SQLite has one writing connection whose transactions begin immediate, PostgreSQL locks the row of the change
 * counter first, so that changes are numbered in the order in which they become visible.
 */
final class Database implements AutoCloseable {
    private static final int READERS = 8;

    private final String name;
    private final boolean postgres;
    private final HikariDataSource readers;
    private final @Nullable HikariDataSource writers;
    private final @Nullable FileChannel lock;
    private final Jdbi reading;
    private final @Nullable Jdbi writing;

    private Database(
            String name,
            boolean postgres,
            HikariDataSource readers,
            @Nullable HikariDataSource writers,
            @Nullable FileChannel lock) {
        this.name = name;
        this.postgres = postgres;
        this.readers = readers;
        this.writers = writers;
        this.lock = lock;
        this.reading = Jdbi.create(readers);
        this.writing = writers == null ? null : Jdbi.create(writers);
    }

    static Database open(String jdbcUrl, boolean readOnly) {
        if (jdbcUrl.startsWith(SqliteFile.PREFIX)) {
            return openSqlite(new SqliteFile(jdbcUrl), readOnly);
        }
        if (jdbcUrl.startsWith("jdbc:postgresql:")) {
            return openPostgres(jdbcUrl, readOnly);
        }
        throw new StoreException(
                "unknown database " + withoutSecrets(jdbcUrl)
                        + ". The store is jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=...&password=...",
                null);
    }

    private static Database openSqlite(SqliteFile file, boolean readOnly) {
        String name = file.path().toString();
        FileChannel lock = readOnly ? null : file.lock();
        try {
            if (!readOnly) {
                file.createIfMissing();
            }
            file.check(!readOnly);
            Migrations tables = new Migrations(file.dataSource(!readOnly), Migrations.SQLITE, name);
            if (readOnly) {
                tables.check();
            } else {
                tables.migrate();
            }
            HikariConfig reader = pool("store-read", READERS);
            reader.setDataSource(file.dataSource(false));
            reader.setConnectionInitSql("pragma query_only = 1");
            if (readOnly) {
                return new Database(name, false, new HikariDataSource(reader), null, null);
            }
            HikariConfig writer = pool("store-write", 1);
            writer.setDataSource(file.dataSource(true));
            Database database =
                    new Database(name, false, new HikariDataSource(reader), new HikariDataSource(writer), lock);
            // What a killed process had picked nobody runs any more: this is the one process that writes here.
            database.write(handle -> handle.execute("delete from scheduled_tasks where picked = 1"));
            return database;
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    private static Database openPostgres(String jdbcUrl, boolean readOnly) {
        String name = withoutSecrets(jdbcUrl);
        HikariConfig reader = pool("store-read", READERS);
        reader.setJdbcUrl(jdbcUrl);
        reader.setReadOnly(true);
        reader.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        HikariConfig writer = pool("store-write", 4);
        writer.setJdbcUrl(jdbcUrl);
        HikariDataSource writers = null;
        try {
            writers = new HikariDataSource(writer);
            Migrations tables = new Migrations(writers, Migrations.POSTGRESQL, name);
            if (readOnly) {
                tables.check();
                writers.close();
                return new Database(name, true, new HikariDataSource(reader), null, null);
            }
            tables.migrate();
            return new Database(name, true, new HikariDataSource(reader), writers, null);
        } catch (StoreException e) {
            if (writers != null) {
                writers.close();
            }
            throw e;
        } catch (RuntimeException e) {
            if (writers != null) {
                writers.close();
            }
            throw new StoreException(
                    "cannot reach " + name + ": " + rootMessage(e)
                            + ". Check that PostgreSQL runs there and that user and password are right.",
                    e);
        }
    }

    private static HikariConfig pool(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(60_000);
        config.setInitializationFailTimeout(3_000);
        return config;
    }

    /** Runs {@code work} on a snapshot. */
    <T> T read(Function<Handle, T> work) {
        return guarded(() -> reading.inTransaction(work::apply));
    }

    /** Runs {@code work} as one transaction, after all writes before it. */
    <T> T write(Function<Handle, T> work) {
        Jdbi jdbi = writing;
        if (jdbi == null) {
            throw new StoreException(name + " was opened for reading only", null);
        }
        return guarded(() -> jdbi.inTransaction(handle -> {
            if (postgres) {
                handle.createQuery("select seq from change_counter where id = 1 for update")
                        .mapTo(Long.class)
                        .one();
            }
            return work.apply(handle);
        }));
    }

    /** Connections that may write, for the schedule. */
    DataSource writers() {
        if (writers == null) {
            throw new StoreException(name + " was opened for reading only", null);
        }
        return writers;
    }

    private <T> T guarded(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            SQLException sql = sqlCause(e);
            if (sql != null && isBusy(sql)) {
                throw busy(name, e);
            }
            if (sql != null
                    && String.valueOf(sql.getMessage()).toUpperCase(Locale.ROOT).contains("FULL")) {
                throw new StoreException(
                        "the disk that holds " + name + " is full; free some space, the next refresh goes on by itself",
                        e);
            }
            throw new StoreException("the store " + name + " did not answer: " + rootMessage(e), e);
        }
    }

    static boolean isBusy(SQLException e) {
        return String.valueOf(e.getMessage()).contains("SQLITE_BUSY");
    }

    static StoreException busy(String name, Throwable cause) {
        return new StoreException(
                "another program holds " + name
                        + " locked; close it there (a database browser, a backup) and try again",
                cause);
    }

    private static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replace('\n', ' ');
    }

    private static String withoutSecrets(String jdbcUrl) {
        int query = jdbcUrl.indexOf('?');
        String shown = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        int at = shown.lastIndexOf('@');
        int slashes = shown.indexOf("//");
        return at < 0 || slashes < 0 ? shown : shown.substring(0, slashes + 2) + shown.substring(at + 1);
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new StoreException("cannot free the lock of the store: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        readers.close();
        if (writers != null) {
            writers.close();
        }
        close(lock);
    }
}
