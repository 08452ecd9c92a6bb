package dealscope.web.parquet;

/** What a column holds. The numbers are those of the format's {@code Type} and {@code ConvertedType}. */
public enum ParquetType {
    /** {@code String}, as UTF-8. */
    TEXT(6, 0),
    /** {@code Long} or {@code Integer}, 64 bits. */
    INTEGER(2, -1),
    /** Any {@code Number}, as a double. */
    NUMBER(5, -1),
    BOOLEAN(0, -1),
    /** {@code LocalDate}, as days since 1970. */
    DATE(1, 6),
    /** {@code Instant}, as milliseconds since 1970 in UTC. */
    TIME(2, 9),
    /** A list of {@code String}; never missing, perhaps empty. */
    TEXTS(6, 0);

    private final int physical;
    private final int converted;

    ParquetType(int physical, int converted) {
        this.physical = physical;
        this.converted = converted;
    }

    int physical() {
        return physical;
    }

    /** −1 when there is none. */
    int converted() {
        return converted;
    }

    boolean isList() {
        return this == TEXTS;
    }
}
