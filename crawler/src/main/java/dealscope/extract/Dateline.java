package dealscope.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The line that opens a wire story or press release: "DUNMORE, Texas, May 6, 2026 /Sample Newswire/ --". At least one of
 * date and wire is told, or the place stands in capitals.
 *
 * @param place as written, without what follows it ("DUNMORE, Texas")
 * @param date null when the line gives no year
 * @param wire the service that spread the text, as written ("Sample Newswire")
 */
public record Dateline(
        String place, @Nullable LocalDate date, @Nullable String wire) {}
