package dealscope.deal;

import org.jspecify.annotations.Nullable;

/**
 * What an analyst's correction made of a deal.
 *
 * @param id of the correction
 * @param kind of the correction, as in the API: {@code field}, {@code party}, {@code merge}, ...
 * @param field that it changed, null when it changed none
 * @param was what the deal would show without it, in words; empty for nothing
 */
public record Corrected(String id, String kind, @Nullable Field field, String was) {}
