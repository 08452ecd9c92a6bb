package dealscope.fact;

/** A line of a fact file that cannot be used; the message begins with file and line. */
public final class BadFact extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadFact(String where, String problem) {
        super(where + ": " + problem);
    }
}
