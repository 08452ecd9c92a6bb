package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on SQLite, and what only a file can suffer. */
final class SqliteStoreTest extends LedgerContract {
    @TempDir
    Path folder;

    private int files;

    @Override
    String freshUrl() {
        return "jdbc:sqlite:" + folder.resolve("store" + files++ + ".db");
    }

    @Test
    void aSecondWriterIsRefusedAndNamesTheFirst() {
        StoreException refused = assertThrows(StoreException.class, () -> open(url));
        assertTrue(
                refused.getMessage().contains("pid " + ProcessHandle.current().pid()), refused.getMessage());
        store.close();
        store = open(url);
        assertEquals(List.of(), store.feeds());
    }

    @Test
    void aDamagedFileIsRefusedAndNotTouched() throws IOException {
        for (int i = 0; i < 50; i++) {
            store.addFeeds(List.of(feed("wire" + i)));
        }
        store.close();
        Path file = Path.of(url.substring("jdbc:sqlite:".length()));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096 * 3; i < bytes.length; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        StoreException refused = assertThrows(StoreException.class, () -> open(url));
        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
        assertTrue(refused.getMessage().contains("backup"), refused.getMessage());
    }

    @Test
    void anEmptyFileAndAFileOfAnotherKindAreRefused() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        assertThrows(StoreException.class, () -> open("jdbc:sqlite:" + empty));
        Path text = Files.writeString(folder.resolve("text.db"), "This is not a database. ".repeat(200));
        assertThrows(StoreException.class, () -> open("jdbc:sqlite:" + text));
        assertEquals(0, Files.size(empty));
    }

    @Test
    void aFileOfANewerVersionIsRefusedByWriterAndReader() throws SQLException {
        store.close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                      installed_by, installed_on, execution_time, success)
                    values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'me', '2030-01-01 00:00:00.000', 1, 1)""");
        }
        StoreException refused = assertThrows(StoreException.class, () -> open(url));
        assertTrue(refused.getMessage().contains("newer version"), refused.getMessage());
        assertThrows(StoreException.class, () -> Store.openReadOnly(url));
    }

    @Test
    void aReaderOfAMissingStoreIsToldWhatToDo() {
        StoreException refused = assertThrows(StoreException.class, () -> Store.openReadOnly(freshUrl()));
        assertTrue(refused.getMessage().contains("dealscope serve"), refused.getMessage());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        StoreException refused =
                assertThrows(StoreException.class, () -> open("jdbc:sqlite:" + file.resolve("sub/store.db")));
        assertTrue(refused.getMessage().contains("cannot write in"), refused.getMessage());
    }

    @Test
    void readsGoOnWhileAnotherProgramHoldsTheWriteLock() throws SQLException {
        store.addFeeds(List.of(feed("wire")));
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertEquals(1, store.feeds().size());
            StoreException refused = assertThrows(StoreException.class, () -> store.addFeeds(List.of(feed("blog"))));
            assertTrue(refused.getMessage().contains("locked"), refused.getMessage());
            statement.execute("rollback");
        }
        assertEquals(1, store.addFeeds(List.of(feed("blog"))).size());
    }

    @Test
    void anUnknownDatabaseIsRefusedWithoutItsPassword() {
        StoreException refused =
                assertThrows(StoreException.class, () -> open("jdbc:mysql://me:secret@host/db?password=secret"));
        assertTrue(!refused.getMessage().contains("secret"), refused.getMessage());
    }
}
