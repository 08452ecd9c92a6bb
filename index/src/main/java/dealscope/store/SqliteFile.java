package dealscope.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The file behind {@code jdbc:sqlite:...}: made whole or not at all, checked before it is used, and written by one
 * process at a time, which a lock file next to it keeps ({@code dealscope.db.lock}; the system frees it when the
 * process ends, however it ends).
 */
final class SqliteFile {
    static final String PREFIX = "jdbc:sqlite:";
    /** How long a statement waits for another program that holds the file. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private final Path path;

    SqliteFile(String jdbcUrl) {
        String rest = jdbcUrl.substring(PREFIX.length());
        int query = rest.indexOf('?');
        String file = query < 0 ? rest : rest.substring(0, query);
        if (file.isBlank() || file.startsWith(":") || file.startsWith("file:")) {
            throw new StoreException(
                    "the store needs a plain file, as in jdbc:sqlite:/home/me/.dealscope/dealscope.db; got " + jdbcUrl,
                    null);
        }
        this.path = Path.of(file).toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    /** Takes the lock of the one writer; close the channel to free it. */
    FileChannel lock() {
        Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
        try {
            Files.createDirectories(parent());
            FileChannel channel = FileChannel.open(
                    lockPath, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String owner = owner(channel);
                channel.close();
                throw new StoreException(
                        "another Dealscope process" + owner + " is using " + path
                                + ". Stop it first, or choose another folder with --data.",
                        null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new StoreException(
                    "cannot write in " + parent() + " (" + e.getMessage()
                            + "). Give this user the right to write there, or choose another folder with --data.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String text = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? "" : " (pid " + text + ")";
    }

    /** Makes a new file under another name first, so that a crash never leaves half a store behind. */
    void createIfMissing() {
        if (Files.exists(path)) {
            return;
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            new Migrations(dataSource(fresh, SQLiteConfig.JournalMode.DELETE, true), Migrations.SQLITE, path.toString())
                    .migrate();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot make " + path + " (" + e.getMessage()
                            + "). Give this user the right to write there, or choose another folder with --data.",
                    e);
        }
    }

    /** Refuses a file that is missing, empty, no database or damaged. Takes about a second for each gigabyte. */
    void check(boolean thorough) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new StoreException(
                        "there is no store at " + path
                                + ". Start `dealscope serve` or `dealscope refresh` first, or name its folder with --data.",
                        null);
            }
            if (Files.size(path) == 0) {
                throw damaged("it is empty", null);
            }
        } catch (IOException e) {
            throw new StoreException("cannot read " + path + ": " + e.getMessage(), e);
        }
        String pragma = thorough ? "pragma quick_check(1)" : "pragma schema_version";
        try (Connection connection = dataSource(false).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(pragma)) {
            String answer = rows.next() ? rows.getString(1) : "no answer";
            if (thorough && !"ok".equals(answer)) {
                throw damaged(answer, null);
            }
        } catch (SQLException e) {
            if (Database.isBusy(e)) {
                throw Database.busy(path.toString(), e);
            }
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private StoreException damaged(String how, @Nullable Throwable cause) {
        return new StoreException(
                "the store " + path + " is damaged: " + how.replace('\n', ' ')
                        + ". Nothing was written to it. Restore it from a backup, or move it (with its -wal and -shm files)"
                        + " out of the way to begin anew.",
                cause);
    }

    SQLiteDataSource dataSource(boolean writer) {
        return dataSource(path, SQLiteConfig.JournalMode.WAL, writer);
    }

    private static SQLiteDataSource dataSource(Path file, SQLiteConfig.JournalMode journal, boolean writer) {
        SQLiteConfig config = new SQLiteConfig();
        if (writer) {
            config.setJournalMode(journal);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(PREFIX + file);
        return source;
    }

    private Path parent() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
