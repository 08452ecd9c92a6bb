package dealscope.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query that cannot be understood; the message says what to change. */
public final class BadQuery extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;
    private final @Nullable String instead;

    /** @param position of the offending character in the query, from 0 */
    public BadQuery(String message, int position) {
        this(message, position, null);
    }

    /** @param instead the whole query as it was probably meant; null when nothing is near */
    BadQuery(String message, int position, @Nullable String instead) {
        super(message);
        this.position = position;
        this.instead = instead;
    }

    public int position() {
        return position;
    }

    /** The whole query as it was probably meant, for a link or a button; what it finds was not tried. */
    public Optional<String> instead() {
        return Optional.ofNullable(instead);
    }
}
