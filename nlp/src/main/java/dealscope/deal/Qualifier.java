package dealscope.deal;

import java.util.Locale;

/** How an amount is hedged: exactly, about, at least, at most, between min and max. */
public enum Qualifier {
    EXACT,
    ABOUT,
    AT_LEAST,
    AT_MOST,
    RANGE;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static Qualifier of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no Qualifier \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(Qualifier::label).toList());
        }
    }
}
