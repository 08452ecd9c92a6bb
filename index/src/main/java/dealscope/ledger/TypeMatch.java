package dealscope.ledger;

import dealscope.deal.DealType;
import java.util.EnumSet;
import java.util.Set;

/** Which types of deals sources take for one another. */
enum TypeMatch {
    SAME,
    /** One source may say this where another says that. */
    LOOSE,
    NEVER;

    private static final Set<Set<DealType>> LOOSELY = Set.of(
            EnumSet.of(DealType.COMPUTE, DealType.DATACENTER),
            EnumSet.of(DealType.COMPUTE, DealType.PARTNERSHIP),
            EnumSet.of(DealType.COMPUTE, DealType.CHIPS),
            EnumSet.of(DealType.DATACENTER, DealType.PARTNERSHIP),
            EnumSet.of(DealType.DATACENTER, DealType.ENERGY),
            EnumSet.of(DealType.CHIPS, DealType.PARTNERSHIP),
            EnumSet.of(DealType.ENERGY, DealType.PARTNERSHIP),
            EnumSet.of(DealType.INVESTMENT, DealType.ACQUISITION));

    static TypeMatch of(DealType a, DealType b) {
        if (a == b) {
            return SAME;
        }
        return LOOSELY.contains(EnumSet.of(a, b)) ? LOOSE : NEVER;
    }
}
