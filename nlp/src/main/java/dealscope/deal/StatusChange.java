package dealscope.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step in a deal's history: the first article that put it at this status, and when. */
public record StatusChange(Status status, @Nullable Instant at, String articleId) {}
