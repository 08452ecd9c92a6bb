package dealscope.schedule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteScheduleTest extends RefreshScheduleContract {
    @TempDir
    Path folder;

    @Override
    String freshUrl() {
        return "jdbc:sqlite:" + folder.resolve("store.db");
    }

    @Test
    void aRefreshThatWasKilledDoesNotHoldUpTheNextStart() throws Exception {
        Store.open(freshUrl()).close();
        try (Connection connection = DriverManager.getConnection(freshUrl());
                Statement statement = connection.createStatement()) {
            long now = System.currentTimeMillis();
            statement.execute("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                      last_heartbeat, version) values ('refresh', 'recurring', %d, 1, 'killed', %d, 1)""".formatted(now, now));
        }
        CountDownLatch calls = new CountDownLatch(1);
        try (Store store = Store.open(freshUrl());
                RefreshSchedule schedule =
                        RefreshSchedule.start(store.dataSource(), Duration.ofMillis(200), calls::countDown)) {
            assertTrue(calls.await(20, TimeUnit.SECONDS));
        }
    }
}
