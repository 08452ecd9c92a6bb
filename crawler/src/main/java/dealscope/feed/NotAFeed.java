package dealscope.feed;

/** The bytes hold no feed. The message says in words what they hold instead, ready to be shown to people. */
public final class NotAFeed extends Exception {
    private static final long serialVersionUID = 1L;

    NotAFeed(String message) {
        super(message);
    }

    NotAFeed(String message, Throwable cause) {
        super(message, cause);
    }
}
