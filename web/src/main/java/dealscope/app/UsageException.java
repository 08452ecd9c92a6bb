package dealscope.app;

/** Something that the person at the keyboard can put right; the message says how. Ends the program with exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
