package dealscope.ledger;

import dealscope.deal.Deal;
import java.util.Collection;
import java.util.List;

/**
 * Makes deals out of the reports of many articles. A pure function: the same coverage gives the same deals and ids, in
 * whatever order it comes.
 */
public final class Resolver {
    /** Returns the deals told by {@code coverage}, ordered by id. */
    public List<Deal> resolve(Collection<Coverage> coverage) {
        return List.of();
    }
}
