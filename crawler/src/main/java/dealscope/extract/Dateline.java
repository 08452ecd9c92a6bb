package dealscope.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens a wire story or press release: "DUNMORE, Texas, May 6, 2026 /Sample Newswire/ --".
 *
 * @param place as written, without what follows it ("DUNMORE, Texas")
 * @param wire the service that spread it
 */
public record Dateline(
        @Nullable String place,
        @Nullable LocalDate date,
        @Nullable String wire) {}
