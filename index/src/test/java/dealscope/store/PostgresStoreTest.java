package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on PostgreSQL, and two processes on one database. */
final class PostgresStoreTest extends LedgerContract {
    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    String freshUrl() throws Exception {
        String name = "store" + databases++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Override
    int seeds() {
        return 1;
    }

    @Test
    void twoProcessesWriteOneStore() throws Exception {
        try (Store other = open(url)) {
            store.addFeeds(List.of(feed("wire"), feed("blog")));
            atOnce(List.of(
                    () -> store.saveVisit(feed("wire"), visit("wire", NOW), List.of(draft("a1", "wire", false))),
                    () -> other.saveVisit(feed("blog"), visit("blog", NOW), List.of(draft("a1", "blog", false)))));
            assertEquals(1, store.stats().articles());
            assertEquals(List.of("a1"), changeIds(0));
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutPassword() {
        StoreException refused = assertThrows(
                StoreException.class,
                () -> open("jdbc:postgresql://127.0.0.1:1/none?user=me&password=secret&connectTimeout=1"));
        assertTrue(refused.getMessage().contains("127.0.0.1:1/none"), refused.getMessage());
        assertTrue(!refused.getMessage().contains("secret"), refused.getMessage());
    }
}
