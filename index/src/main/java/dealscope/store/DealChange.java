package dealscope.store;

import dealscope.deal.Deal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one deal.
 *
 * @param before null when it is new
 * @param after null when it is no more
 */
public record DealChange(@Nullable Deal before, @Nullable Deal after) {}
