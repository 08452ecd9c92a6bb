package dealscope.deal;

import java.util.Locale;

/** How far a deal has got. The ladder talks, reported, announced, closed; cancelled ends it. */
public enum Status {
    TALKS,
    REPORTED,
    ANNOUNCED,
    CLOSED,
    CANCELLED;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static Status of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no Status \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(Status::label).toList());
        }
    }
}
