package dealscope.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that a query can say, with an example of each that works as it stands: what the page of help shows. The fields come
 * from {@link QueryField}, and so do the messages about fields.
 */
public final class QueryGrammar {
    private static final List<Entry> TERMS = List.of(
            new Entry("gb200 abilene", "both words, in any of their forms; the usual synonyms are found too"),
            new Entry("\"take or pay\"", "these words in a row"),
            new Entry("oracle OR coreweave", "either"),
            new Entry("-rumour", "not this; also NOT rumour"),
            new Entry("(oracle OR aws) -gas", "brackets"),
            new Entry("neo*", "any ending"),
            new Entry("gpu NEAR/8 cloud", "within 8 words of each other; a plain NEAR is 10"),
            new Entry("company:(openai OR xai)", "several values of a field"));
    private static final List<Entry> VALUES = List.of(
            new Entry("value:1-2bn", "an amount between two"),
            new Entry("value:€500m..2bn", "in another currency, at the last rate known"),
            new Entry("value:~45bn", "about, a tenth more or less"),
            new Entry("value:>= 1.5 billion", "blanks do no harm"),
            new Entry("power:1gw..", "that and more"),
            new Entry("published:2026-05..", "since May"),
            new Entry("published:last week", "also today, yesterday, this month, past year, ytd"),
            new Entry("announced:2026-Q2", "a quarter; also 2026-H1, may 2026, 2026"),
            new Entry("changed:..30d", "until 30 days ago"));

    private QueryGrammar() {}

    /** @param meaning in a few words */
    public record Entry(String example, String meaning) {}

    /** Words and how they are put together. */
    public static List<Entry> terms() {
        return TERMS;
    }

    /** Every field. */
    public static List<Entry> fields() {
        List<Entry> fields = new ArrayList<>();
        Arrays.stream(QueryField.values())
                .map(field -> new Entry(field.example(), field.meaning()))
                .forEach(fields::add);
        return List.copyOf(fields);
    }

    /** How amounts and dates are written. */
    public static List<Entry> values() {
        return VALUES;
    }
}
