package dealscope.extract;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of an article's text between two borders, as readers see it. */
public sealed interface TextBlock {
    /** One line, never empty, white space collapsed. */
    String text();

    record Paragraph(String text) implements TextBlock {}

    /** A heading inside the text, whether marked up as one or merely a line in bold. */
    record Subhead(String text) implements TextBlock {}

    record ListItem(String text) implements TextBlock {}

    record Quote(String text) implements TextBlock {}

    /** One line of program text or of other preformatted matter. */
    record Code(String text) implements TextBlock {}

    /**
     * A row of a table of data. Its text is the cells that are not empty, separated by {@code " | "}.
     *
     * @param cells in order; an empty cell is an empty string, so that columns stay in line
     * @param header whether it names the columns
     */
    record TableRow(List<String> cells, boolean header) implements TextBlock {
        public TableRow {
            cells = List.copyOf(cells);
        }

        @Override
        public String text() {
            return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | "));
        }
    }
}
