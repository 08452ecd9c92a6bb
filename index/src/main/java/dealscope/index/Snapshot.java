package dealscope.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state of the store that an answer was made from, by name: {@code 1f0c4a2b-….1824}. Whoever keeps it can ask later for
 * what has changed since.
 *
 * @param epoch names the store, see {@link ChangeSource#epoch}
 * @param seq number of the last change that it holds, see {@link Change#seq}
 */
public record Snapshot(String epoch, long seq) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-zA-Z-]{0,64})\\.(\\d{1,18})");

    /** The snapshot that {@link #toString} wrote; empty when the text is none. */
    public static Optional<Snapshot> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Snapshot(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}
