package dealscope.schedule;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.store.Store;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the schedule promises on either database. Deadlines are generous: they only keep a failure from hanging. */
abstract class RefreshScheduleContract {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final long DEADLINE = 60;

    /** The URL of an empty database. */
    abstract String freshUrl() throws Exception;

    @Test
    void theRefreshIsCalledAgainAndAgain() throws Exception {
        CountDownLatch calls = new CountDownLatch(3);
        try (Store store = Store.open(freshUrl());
                RefreshSchedule schedule = RefreshSchedule.start(store.dataSource(), SHORT, calls::countDown)) {
            assertTrue(calls.await(DEADLINE, TimeUnit.SECONDS));
        }
    }

    @Test
    void whateverTheRefreshThrowsTheNextOneComes() throws Exception {
        CountDownLatch calls = new CountDownLatch(5);
        AtomicInteger call = new AtomicInteger();
        Runnable failing = () -> {
            calls.countDown();
            switch (call.getAndIncrement()) {
                case 0 -> throw new IllegalStateException("thrown by a test");
                case 1 -> throw new StackOverflowError("thrown by a test");
                case 2 -> throw new OutOfMemoryError("thrown by a test");
                case 3 -> throw new AssertionError("thrown by a test");
                default -> {}
            }
        };
        try (Store store = Store.open(freshUrl());
                RefreshSchedule schedule = RefreshSchedule.start(store.dataSource(), SHORT, failing)) {
            assertTrue(calls.await(DEADLINE, TimeUnit.SECONDS));
        }
    }

    @Test
    void aRefreshThatHangsDoesNotHoldUpTheEnd() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Store store = Store.open(freshUrl())) {
            RefreshSchedule schedule = RefreshSchedule.start(store.dataSource(), SHORT, () -> {
                running.countDown();
                boolean over = false;
                while (!over) {
                    try {
                        over = never.await(1, TimeUnit.HOURS);
                    } catch (InterruptedException e) {
                        // a refresh that will not listen
                    }
                }
            });
            assertTrue(running.await(DEADLINE, TimeUnit.SECONDS));
            assertTimeoutPreemptively(Duration.ofSeconds(10), schedule::close);
        } finally {
            never.countDown();
        }
    }

    @Test
    void theScheduleGoesOnAfterARestart() throws Exception {
        String url = freshUrl();
        for (int start = 0; start < 2; start++) {
            CountDownLatch calls = new CountDownLatch(2);
            try (Store store = Store.open(url);
                    RefreshSchedule schedule = RefreshSchedule.start(store.dataSource(), SHORT, calls::countDown)) {
                assertTrue(calls.await(DEADLINE, TimeUnit.SECONDS));
            }
        }
    }

    /** The most calls at a time of two schedules on one database. */
    static int mostCallsAtATime(Store one, Store other) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch calls = new CountDownLatch(10);
        Runnable refresh = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
            calls.countDown();
        };
        try (RefreshSchedule a = RefreshSchedule.start(one.dataSource(), Duration.ofMillis(50), refresh);
                RefreshSchedule b = RefreshSchedule.start(other.dataSource(), Duration.ofMillis(50), refresh)) {
            assertTrue(calls.await(DEADLINE, TimeUnit.SECONDS));
        }
        return most.get();
    }
}
