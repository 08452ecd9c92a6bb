package dealscope.deal;

import java.util.Locale;

/** What a mention is. */
public enum MentionKind {
    COMPANY,
    PERSON,
    PLACE,
    PRODUCT,
    FACILITY,
    PUBLISHER,
    AGENCY,
    MONEY,
    HARDWARE,
    POWER,
    DATE,
    TERM,
    PERCENT;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static MentionKind of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no MentionKind \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(MentionKind::label).toList());
        }
    }
}
