package dealscope.deal;

import java.util.Locale;

/** The field of a deal that a claim is about. */
public enum Field {
    TYPE,
    PAYER,
    PAYEE,
    VALUE,
    POWER_MW,
    HARDWARE,
    TERM,
    SITE,
    EQUITY_STAKE_PCT,
    STATUS,
    ANNOUNCED;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static Field of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no Field \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(Field::label).toList());
        }
    }
}
