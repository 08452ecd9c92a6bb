package dealscope.web.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried again: soon at first, then ever more rarely, for about three days. */
final class Backoff {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));
    private static final int SPREAD_PERCENT = 20;

    private Backoff() {}

    /**
     * How long to wait after so many tries; null when it is given up.
     *
     * @param id spreads deliveries that failed together, by up to a fifth, the same in every run
     */
    static @Nullable Duration after(int tries, String id) {
        if (tries < 1 || tries > PAUSES.size()) {
            return null;
        }
        Duration pause = PAUSES.get(tries - 1);
        int percent = Math.floorMod((id + tries).hashCode(), SPREAD_PERCENT + 1);
        return pause.plusMillis(pause.toMillis() * percent / 100);
    }
}
