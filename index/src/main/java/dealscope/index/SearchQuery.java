package dealscope.index;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A query of the search language as a tree. The same language serves the search box, the API, exports, alerts and the
 * rules of feeds; {@link QueryGrammar} lists all that it knows, with examples:
 *
 * <pre>
 * gigawatt campus            both words        "power purchase"           the phrase
 * nvidia OR amd              either            -rumour                    not
 * data*                      any ending        (oracle OR aws) gb300      brackets
 * gpu NEAR/8 cloud           within 8 words    company:(openai OR xai)    several values
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

    record And(List<SearchQuery> parts) implements SearchQuery {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<SearchQuery> parts) implements SearchQuery {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(SearchQuery part) implements SearchQuery {}

    /** A word of the text. @param prefix whether any ending matches */
    record Word(String text, boolean prefix) implements SearchQuery {}

    record Phrase(String text) implements SearchQuery {}

    /**
     * Words near each other, in any order.
     *
     * @param parts words, phrases, and {@link Or} of such
     * @param distance in words, from 1 for neighbours
     */
    record Near(List<SearchQuery> parts, int distance) implements SearchQuery {
        /** Of a plain {@code NEAR}. */
        static final int USUAL = 10;

        static final int FARTHEST = 100;

        public Near {
            parts = List.copyOf(parts);
        }
    }

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
        return new SearchQueryParser(text, now, MAX_LENGTH).parse();
    }

    /**
     * Whether the word {@code next} goes on with the value of {@code term} though a blank stands between:
     * {@code value:1.5 billion}, {@code published:last week}. For those who split a query at its blanks.
     */
    static boolean continues(String term, String next) {
        return SpacedValue.continues(term, next);
    }

    /**
     * The query as text: reading that gives this query again. It may be longer than what was typed, for words like
     * {@code today} become dates.
     */
    default String written() {
        return QueryText.of(this);
    }

    /** Whether this query, or any part of it, is so. */
    default boolean any(Predicate<SearchQuery> test) {
        return test.test(this)
                || switch (this) {
                    case And and -> and.parts().stream().anyMatch(part -> part.any(test));
                    case Or or -> or.parts().stream().anyMatch(part -> part.any(test));
                    case Near near -> near.parts().stream().anyMatch(part -> part.any(test));
                    case Not not -> not.part().any(test);
                    default -> false;
                };
    }

    /** Whether it says anything of this field. */
    default boolean names(QueryField field) {
        return any(part -> part instanceof Is is && is.field() == field
                || part instanceof Between between && between.field() == field);
    }
}
