package dealscope.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads cron expressions of five fields, in UTC. Must be safe for many threads. */
@FunctionalInterface
public interface CronTimes {
    /** Knows no expression: feeds with one follow their own rhythm. */
    CronTimes NONE = (expression, after) -> null;

    /** The first time after this one, or null when there is none or the expression cannot be read. */
    @Nullable
    Instant next(String expression, Instant after);
}
