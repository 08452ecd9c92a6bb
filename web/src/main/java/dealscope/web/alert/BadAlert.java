package dealscope.web.alert;

/** An alert that cannot be as it was asked for; the message says what to change, as a sentence. */
public final class BadAlert extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;

    BadAlert(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the field that is wrong. */
    public String field() {
        return field;
    }
}
