package dealscope.ledger;

import java.util.List;
import java.util.function.BiFunction;

/** How two values for the same thing stand to each other. */
enum Agreement {
    /** The same within what writers round away. */
    SAME,
    /** Close enough to be the same thing told differently. */
    NEAR,
    DIFFERENT,
    /** One is missing, or they cannot be compared. */
    UNKNOWN;

    /** Whether both are given and are not the same. */
    boolean differs() {
        return this == NEAR || this == DIFFERENT;
    }

    /** The best agreement with any of these: SAME before NEAR before DIFFERENT; UNKNOWN when none can be compared. */
    static Agreement best(Told told, List<Told> others, BiFunction<Told, Told, Agreement> compare) {
        Agreement best = UNKNOWN;
        for (Told other : others) {
            Agreement agreement = compare.apply(told, other);
            best = agreement.compareTo(best) < 0 ? agreement : best;
        }
        return best;
    }
}
