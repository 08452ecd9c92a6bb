package dealscope.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Cron expressions of five fields (minute, hour, day of month, month, day of week), in UTC, as crontab(5) reads them: {@code 30 6 * * 1-5}
 * is half past six from Monday to Friday. Safe for many threads.
 */
public final class Cron {
    private static final int MAX_LENGTH = 200;

    private Cron() {}

    /** The first time after this one; null when there is none, or when the expression cannot be read. */
    public static @Nullable Instant next(String expression, Instant after) {
        if (expression.length() > MAX_LENGTH || expression.strip().split("\\s+").length != 5) {
            return null;
        }
        try {
            var schedule = new CronSchedule(expression.strip(), ZoneOffset.UTC, CronStyle.UNIX);
            Instant next = schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(after));
            return next.isAfter(after)
                            && next.isBefore(
                                    after.atOffset(ZoneOffset.UTC).plusYears(10).toInstant())
                    ? next
                    : null;
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            return null;
        }
    }

    /** What is wrong with an expression that somebody wrote, in words; null when it is fine. */
    public static @Nullable String refusal(String expression, Instant now) {
        return next(expression, now) != null
                ? null
                : "Write five fields: minute, hour, day of month, month, day of week, in UTC. `30 6 * * 1-5` is half past"
                        + " six from Monday to Friday.";
    }
}
