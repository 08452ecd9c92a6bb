package dealscope.quality;

/** A gold folder or file that cannot be read; the message names file and line, and what is wrong there. */
public final class BadGold extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadGold(String message) {
        super(message);
    }
}
