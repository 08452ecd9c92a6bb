package dealscope.deal;

import java.util.Locale;

/** Who is cited for a claim; a primary source goes before a report. */
public enum Cited {
    FILING,
    COMPANY,
    OUTLET,
    PEOPLE,
    NOBODY;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static Cited of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no Cited \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(Cited::label).toList());
        }
    }
}
