package dealscope.web.data;

import dealscope.web.data.Dictionary.Entry;
import dealscope.web.data.Dictionary.Type;
import dealscope.web.parquet.ParquetFile;
import dealscope.web.parquet.ParquetType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of row that is given out, with its columns as the {@link Dictionary} names and orders them. Values are
 * {@code String}, {@code List<String>}, numbers, {@code Boolean}, {@code LocalDate} and {@code Instant}.
 */
public final class Table<T> {
    private final String name;
    private final List<Column<T>> columns;
    private final List<Column<T>> csvColumns;
    private final @Nullable Function<T, Object> object;

    private record Column<T>(Entry entry, Function<T, @Nullable Object> value) {}

    /** @param object the row as a JSON object; null for its columns by name */
    private Table(String name, List<Column<T>> columns, @Nullable Function<T, Object> object) {
        this.name = name;
        this.columns = columns;
        this.csvColumns = columns.stream()
                .filter(column -> column.entry().type() != Type.BODY)
                .toList();
        this.object = object;
    }

    /** @param values by column; every column of the dictionary must be there */
    static <T> Table<T> of(String name, Map<String, Function<T, @Nullable Object>> values) {
        return of(name, values, null);
    }

    static <T> Table<T> of(
            String name, Map<String, Function<T, @Nullable Object>> values, @Nullable Function<T, Object> object) {
        List<Entry> entries = Dictionary.of(name);
        if (entries.size() != values.size()) {
            throw new IllegalStateException(
                    "the dictionary has " + entries.size() + " columns of " + name + ", the program " + values.size());
        }
        return new Table<>(
                name,
                entries.stream()
                        .map(entry -> new Column<>(
                                entry,
                                Objects.requireNonNull(values.get(entry.name()), () -> name + "." + entry.name())))
                        .toList(),
                object);
    }

    /** {@code deals}. */
    public String name() {
        return name;
    }

    /** The rows under a heading. */
    public void writeTo(Csv csv, Iterable<T> rows) throws IOException {
        csv.row(csvHeader());
        for (T row : rows) {
            csv.row(csvRow(row));
        }
    }

    List<String> csvHeader() {
        return csvColumns.stream().map(column -> column.entry().name()).toList();
    }

    List<@Nullable Object> csvRow(T row) {
        return cells(csvColumns, row);
    }

    List<@Nullable Object> row(T row) {
        return cells(columns, row);
    }

    private static <T> List<@Nullable Object> cells(List<Column<T>> columns, T row) {
        List<@Nullable Object> cells = new ArrayList<>(columns.size());
        for (Column<T> column : columns) {
            cells.add(column.value().apply(row));
        }
        return cells;
    }

    /** The row as the API would give it. */
    Object json(T row) {
        if (object != null) {
            return object.apply(row);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(
                column -> values.put(column.entry().name(), column.value().apply(row)));
        return values;
    }

    List<ParquetFile.Column> parquetColumns() {
        return columns.stream()
                .map(column -> new ParquetFile.Column(
                        column.entry().name(), parquet(column.entry().type())))
                .toList();
    }

    private static ParquetType parquet(Type type) {
        return switch (type) {
            case TEXT, BODY -> ParquetType.TEXT;
            case TEXTS -> ParquetType.TEXTS;
            case INTEGER -> ParquetType.INTEGER;
            case NUMBER -> ParquetType.NUMBER;
            case BOOLEAN -> ParquetType.BOOLEAN;
            case DATE -> ParquetType.DATE;
            case TIME -> ParquetType.TIME;
        };
    }
}
