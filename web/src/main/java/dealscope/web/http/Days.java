package dealscope.web.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The parameter {@code asOf}: the day whose knowledge is asked for. */
public final class Days {
    public static final String AS_OF = "asOf";

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    /** The day at whose end (UTC) the answer is known; null when it is not given. */
    public static @Nullable LocalDate asOf(Params params) {
        String given = params.text(AS_OF);
        if (given.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below, together with years out of range.
        }
        throw RequestProblem.badParameter("\"asOf\" must be a day written as 2026-03-01.");
    }
}
