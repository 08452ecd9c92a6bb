package dealscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dealscope.store.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresScheduleTest extends RefreshScheduleContract {
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
        String name = "schedule" + databases++;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Test
    void twoProcessesNeverRefreshAtTheSameTime() throws Exception {
        String url = freshUrl();
        try (Store one = Store.open(url);
                Store other = Store.open(url)) {
            assertEquals(1, mostCallsAtATime(one, other));
        }
    }
}
