package dealscope.deal;

import java.util.Locale;

/** What the payer gets from the payee: capacity, chips, a site, power, shares, a company, a loan; a partnership has no direction. */
public enum DealType {
    COMPUTE,
    CHIPS,
    DATACENTER,
    ENERGY,
    INVESTMENT,
    ACQUISITION,
    DEBT,
    PARTNERSHIP;

    /** The name in the store and the API, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name in any case; throws {@link IllegalArgumentException} naming the allowed ones. */
    public static DealType of(String label) {
        try {
            return valueOf(label.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no DealType \"" + label + "\"; one of "
                    + java.util.Arrays.stream(values()).map(DealType::label).toList());
        }
    }
}
