package dealscope.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that tells of a deal, as the deal shows it.
 *
 * @param copyOf the article of which this is a copy (syndicated or republished), else null
 * @param because what its report has in common with earlier ones of the deal, in words; null for the first one
 * @param main whether the article is about this deal, not only telling it in passing
 */
public record SourceArticle(
        String articleId,
        String publisher,
        String title,
        String url,
        @Nullable Instant published,
        boolean main,
        @Nullable String copyOf,
        @Nullable String because) {}
