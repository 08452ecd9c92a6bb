package dealscope.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value that one article gives for one field of a deal, with the words that say so. Claims are never changed and
 * never thrown away; a deal's own fields are chosen from them.
 *
 * @param value normalised for comparison: {@code 45000000000 USD}, {@code undisclosed}, {@code announced}, {@code 1200}
 * @param money the amount, for {@link Field#VALUE} unless undisclosed
 * @param citedName the outlet, filing or person cited, when named
 * @param sentence the whole sentence
 * @param start of the value's words in the article's text (in the title when {@code inTitle})
 * @param published the article's date, null when unknown
 * @param seen when Dealscope read it
 */
public record Claim(
        Field field,
        String value,
        @Nullable Money money,
        Cited cited,
        @Nullable String citedName,
        String articleId,
        String sentence,
        int start,
        int end,
        boolean inTitle,
        @Nullable Instant published,
        @Nullable Instant seen) {}
