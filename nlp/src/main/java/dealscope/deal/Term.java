package dealscope.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a contract runs: any of start, end and length in years may be missing, not all three. */
public record Term(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Double years) {
    public Term {
        if (start == null && end == null && years == null) {
            throw new IllegalArgumentException("an empty term says nothing");
        }
    }
}
