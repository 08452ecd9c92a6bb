package dealscope.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of the search language as a tree. The same language serves the search box, the API and exports:
 *
 * <pre>
 * gigawatt campus            both words        "power purchase"           the phrase
 * nvidia OR amd              either            -rumour                    not
 * data*                      any ending        (oracle OR aws) gb300      brackets
 * company:anthropic  payer:openai  payee:oracle  type:compute  status:announced  hardware:gb200  source:"sample wire"
 * value:>=1bn  value:500m..2bn  power:>500mw  published:2026-05..  published:2025  published:30d  announced:2025-Q3
 * conflict:value  sample:no  background:yes  id:…
 * </pre>
 *
 * Length, depth and the number of clauses are capped before anything else; there are no regular expressions.
 */
public sealed interface SearchQuery {
    int MAX_LENGTH = 1000;
    int MAX_DEPTH = 20;
    int MAX_CLAUSES = 100;

    /** Everything. */
    record All() implements SearchQuery {}

    record And(List<SearchQuery> parts) implements SearchQuery {}

    record Or(List<SearchQuery> parts) implements SearchQuery {}

    record Not(SearchQuery part) implements SearchQuery {}

    /** A word of the text. @param prefix whether any ending matches */
    record Word(String text, boolean prefix) implements SearchQuery {}

    record Phrase(String text) implements SearchQuery {}

    /** A field with a name or word for its value. */
    record Is(QueryField field, String value) implements SearchQuery {}

    /** A number or time between two bounds, both inclusive; null is open. Times are epoch milliseconds. */
    record Between(
            QueryField field,
            @Nullable Double min,
            @Nullable Double max) implements SearchQuery {}

    /**
     * Reads a query.
     *
     * @param now what {@code published:30d} counts from
     * @throws BadQuery with the position of the trouble and what would be right
     */
    static SearchQuery parse(String text, Instant now) throws BadQuery {
        return new SearchQueryParser(text, now).parse();
    }
}
