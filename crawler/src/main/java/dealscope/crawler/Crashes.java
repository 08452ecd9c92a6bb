package dealscope.crawler;

/** Faults of our own, told to people. */
final class Crashes {
    private Crashes() {}

    static String reason(Throwable fault) {
        return switch (fault) {
            case StackOverflowError e -> "The document is nested too deeply for this program.";
            case OutOfMemoryError e -> "The document needs more memory than this program has.";
            default ->
                "This program failed on the document (" + fault.getClass().getSimpleName()
                        + "). That is a fault of the program; the log has the details.";
        };
    }
}
