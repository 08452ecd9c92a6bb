package dealscope.extract;

import org.jspecify.annotations.Nullable;

/**
 * What a press release says of itself.
 *
 * @param issuer the company that speaks, as named by its source line, its "About" paragraph or JSON-LD
 * @param dateline null when the text opens without one
 */
public record Release(@Nullable String issuer, @Nullable Dateline dateline) {}
