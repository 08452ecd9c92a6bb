package dealscope.ledger.correction;

/** A correction that cannot be made; the message says what to change. */
public final class BadCorrection extends Exception {
    private static final long serialVersionUID = 1;

    public BadCorrection(String message) {
        super(message);
    }
}
