package dealscope.nlp.mention;

import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells with products in a table that is written as text, a row per line: below "Buyer / seller / product /
 * price" the third cell of each row. For one article.
 */
final class HardwareColumn {
    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST_HEADING = 3;

    private final Set<String> headings;
    private int column = -1;
    private int cells;

    /** The lexemes {@code [from, to)}. */
    record Cell(int from, int to) {}

    HardwareColumn(Set<String> headings) {
        this.headings = headings;
    }

    static Set<String> headings() {
        return WordList.load("hardware-columns.txt");
    }

    /** The product's cell when the sentence is a row below such a heading. */
    @Nullable
    Cell read(List<Lexeme> lexemes) {
        List<Cell> row = row(lexemes);
        if (row.size() < FEWEST_CELLS) {
            column = -1;
            return null;
        }
        int heading = heading(lexemes, row);
        if (heading >= 0) {
            column = heading;
            cells = row.size();
            return null;
        }
        return column >= 0 && row.size() == cells ? row.get(column) : null;
    }

    private int heading(List<Lexeme> lexemes, List<Cell> row) {
        if (lexemes.stream().anyMatch(Lexeme::number)) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            if (cell.to() - cell.from() > LONGEST_HEADING) {
                return -1;
            }
            boolean names = lexemes.subList(cell.from(), cell.to()).stream()
                    .anyMatch(lexeme -> headings.contains(lexeme.folded()));
            if (names && found < 0) {
                found = i;
            }
        }
        return found;
    }

    private static List<Cell> row(List<Lexeme> lexemes) {
        List<Cell> row = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < lexemes.size(); at++) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.spaced() && (lexeme.is("/") || lexeme.is("|"))) {
                if (at > from) {
                    row.add(new Cell(from, at));
                }
                from = at + 1;
            }
        }
        if (from < lexemes.size()) {
            row.add(new Cell(from, lexemes.size()));
        }
        return row;
    }
}
