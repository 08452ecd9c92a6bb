package dealscope.index;

/** A query that cannot be understood; the message says what to change. */
public final class BadQuery extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    /** @param position of the offending character in the query, from 0 */
    public BadQuery(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
