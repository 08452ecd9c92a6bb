package dealscope.ledger;

import dealscope.deal.DealType;
import java.util.Locale;

/** Types of deals that sources take for one another; reports of different families are never of one deal. */
public enum Family {
    /** What an AI company buys to run on: compute, chips, sites, power, and partnerships about them. */
    CAPACITY,
    /** Shares for money: rounds, stakes, takeovers. */
    EQUITY,
    /** Money lent. */
    DEBT;

    public static Family of(DealType type) {
        return switch (type) {
            case COMPUTE, CHIPS, DATACENTER, ENERGY, PARTNERSHIP -> CAPACITY;
            case INVESTMENT, ACQUISITION -> EQUITY;
            case DEBT -> DEBT;
        };
    }

    /** The name in the store. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
