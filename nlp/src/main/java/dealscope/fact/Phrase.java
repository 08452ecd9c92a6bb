package dealscope.fact;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a cue file: some words and what they stand for. */
public record Phrase(String words, Map<String, String> columns) {

    /** Reads a cue file whose first column is {@code words}; the other columns may be empty. */
    public static List<Phrase> load(String name, String... others) {
        List<String> header = new java.util.ArrayList<>(List.of("words"));
        header.addAll(List.of(others));
        return FactFile.csv(name, header).stream()
                .map(row -> new Phrase(
                        row.required("words"),
                        List.of(others).stream().collect(Collectors.toMap(column -> column, row::get))))
                .toList();
    }

    /** The cell of a column that was named when the file was read. */
    public String get(String column) {
        String cell = columns.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }
}
