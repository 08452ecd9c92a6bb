package dealscope.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls "refresh what is due" again and again, on db-scheduler.
 *
 * <pre>{@code
 * try (RefreshSchedule schedule = RefreshSchedule.start(store.dataSource(), RefreshSchedule.DELAY, refresh)) { ... }
 * }</pre>
 *
 * <p>The delay counts from the end of one call to the beginning of the next; the first comes at once when the last one
 * of the store is longer ago than the delay. Of all processes on one PostgreSQL database one runs the call at a time;
 * when that process dies, another takes over after about a minute. Whatever the call throws is logged, and the next
 * one comes all the same.
 */
public final class RefreshSchedule implements AutoCloseable {
    /** How often what is due is looked for; the feeds themselves say how often each of them is. */
    public static final Duration DELAY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshSchedule.class);
    private static final Duration MOST_POLLING = Duration.ofSeconds(5);
    private static final Duration LEAST_POLLING = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** A call still running after this is interrupted, then left to itself. */
    private static final Duration LAST_CALL = Duration.ofSeconds(4);

    private final Scheduler scheduler;

    private RefreshSchedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Starts the schedule.
     *
     * @param store connections that may write; the table is there already
     * @param delay between two calls
     * @param refresh what to call; should end soon when its thread is interrupted
     */
    public static RefreshSchedule start(DataSource store, Duration delay, Runnable refresh) {
        RecurringTask<Void> task =
                Tasks.recurring("refresh", FixedDelay.of(delay)).execute((instance, context) -> survive(refresh));
        Scheduler scheduler = Scheduler.create(store)
                .startTasks(task)
                .threads(1)
                .pollingInterval(polling(delay))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LAST_CALL)
                .alwaysPersistTimestampInUTC()
                .build();
        scheduler.start();
        return new RefreshSchedule(scheduler);
    }

    private static Duration polling(Duration delay) {
        Duration half = delay.dividedBy(2);
        if (half.compareTo(MOST_POLLING) > 0) {
            return MOST_POLLING;
        }
        return half.compareTo(LEAST_POLLING) < 0 ? LEAST_POLLING : half;
    }

    /** The edge of the task: an Error here would otherwise end the thread and the schedule with it. */
    private static void survive(Runnable refresh) {
        try {
            refresh.run();
        } catch (Throwable e) {
            LOG.error("refresh failed; the next one comes as planned", e);
        }
    }

    /** Ends the schedule within ten seconds: lets the running call end, then interrupts it. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
