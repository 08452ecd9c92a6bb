package dealscope.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields that a query may name. */
public enum QueryField {
    COMPANY(Shape.NAME),
    PAYER(Shape.NAME),
    PAYEE(Shape.NAME),
    HARDWARE(Shape.NAME),
    SOURCE(Shape.NAME),
    TYPE(Shape.WORD),
    STATUS(Shape.WORD),
    CONFLICT(Shape.WORD),
    SAMPLE(Shape.FLAG),
    BACKGROUND(Shape.FLAG),
    ID(Shape.WORD),
    VALUE(Shape.AMOUNT),
    POWER(Shape.POWER),
    PUBLISHED(Shape.TIME),
    ANNOUNCED(Shape.TIME),
    CHANGED(Shape.TIME);

    /** What a field's value looks like. */
    enum Shape {
        NAME,
        WORD,
        FLAG,
        AMOUNT,
        POWER,
        TIME
    }

    private final Shape shape;

    QueryField(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** The name in queries and in the index, lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QueryField> of(String label) {
        String wanted = label.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.label().equals(wanted))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(field -> field.label() + ":").collect(Collectors.joining(" "));
    }
}
