package dealscope.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that a query may name: {@code payer:microsoft}. What is written here of a field is what the page of help
 * shows, what the messages of {@link BadQuery} say and what is offered while one types.
 */
public enum QueryField {
    COMPANY(Shape.NAME, "either side of a deal; any company that an article names", "company:anthropic", "party"),
    PAYER(
            Shape.NAME,
            "who pays: customer, investor, acquirer, lender",
            "payer:microsoft",
            "buyer",
            "customer",
            "investor",
            "acquirer",
            "lender"),
    PAYEE(
            Shape.NAME,
            "who is paid: provider, investee, target, borrower",
            "payee:coreweave",
            "seller",
            "provider",
            "investee",
            "target",
            "borrower"),
    ABOUT(Shape.NAME, "a party of the deal that it is all about", "about:oracle"),
    MENTIONS(Shape.NAME, "named anywhere, in passing too", "mentions:vultr", "mention"),
    HARDWARE(Shape.NAME, "chip, rack or turbine; its family or vendor", "hardware:gb200", "chip", "gpu"),
    SITE(Shape.NAME, "place of a campus", "site:abilene", "place", "location"),
    SOURCE(Shape.NAME, "outlet that tells of it", "source:\"Sample Wire\"", "outlet", "publisher"),
    TITLE(Shape.TEXT, "words of a headline", "title:\"power purchase\"", "headline"),
    TYPE(Shape.WORD, "what the payer gets", "type:compute"),
    STATUS(Shape.WORD, "how far it has got", "status:announced"),
    HAS(Shape.WORD, "what is known of it", "has:value"),
    CONFLICT(Shape.WORD, "what sources disagree on", "conflict:value", "disputed"),
    VALUE(Shape.AMOUNT, "worth, in US dollars unless another currency is written", "value:>=1.5bn", "amount", "worth"),
    POWER(Shape.POWER, "electric capacity", "power:>500mw", "mw", "capacity"),
    INDEPENDENT(Shape.COUNT, "reports that are no copies of each other", "independent:>=3", "sources"),
    CONFIDENCE(Shape.SHARE, "how sure it is, from 0 to 1 or in per cent", "confidence:>=80%", "sure"),
    PUBLISHED(Shape.TIME, "when it was first reported, or the article came out", "published:30d", "date", "reported"),
    ANNOUNCED(Shape.TIME, "the day the parties announced it", "announced:2026-Q2"),
    CHANGED(Shape.TIME, "when the deal last changed", "changed:7d", "updated"),
    STORY(Shape.EXACT, "all articles of one story, by the deal or article it is named after", "story:a1"),
    ID(Shape.EXACT, "one deal or article", "id:a1"),
    SAMPLE(Shape.FLAG, "whether it belongs to the sample collection", "sample:no"),
    BACKGROUND(Shape.FLAG, "whether it is told only in passing", "background:yes");

    /** What a field's value looks like. */
    enum Shape {
        /** Found by id, name or any word of a name. */
        NAME,
        /** Words of a text. */
        TEXT,
        /** One of a few words, see {@link QueryWords}. */
        WORD,
        /** A name that only programs write. */
        EXACT,
        FLAG,
        AMOUNT,
        POWER,
        COUNT,
        SHARE,
        TIME;

        boolean isRange() {
            return switch (this) {
                case AMOUNT, POWER, COUNT, SHARE, TIME -> true;
                default -> false;
            };
        }
    }

    private final Shape shape;
    private final String meaning;
    private final String example;
    private final List<String> others;

    QueryField(Shape shape, String meaning, String example, String... others) {
        this.shape = shape;
        this.meaning = meaning;
        this.example = example;
        this.others = List.of(others);
    }

    Shape shape() {
        return shape;
    }

    /** The name in queries and in the index, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it finds, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** A term that is understood as it stands. */
    public String example() {
        return example;
    }

    /** Further names under which queries may use it. */
    public List<String> others() {
        return others;
    }

    static Optional<QueryField> of(String label) {
        String wanted = label.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.label().equals(wanted) || field.others.contains(wanted))
                .findFirst();
    }

    /** The field that was probably meant. */
    static Optional<QueryField> near(String label) {
        List<String> names = Arrays.stream(values()).flatMap(QueryField::names).toList();
        return Spelling.nearest(label.toLowerCase(Locale.ROOT), names).flatMap(QueryField::of);
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(label()), others.stream());
    }

    static String allowed() {
        return Arrays.stream(values()).map(field -> field.label() + ":").collect(Collectors.joining(" "));
    }
}
