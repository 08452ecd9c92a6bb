package dealscope.nlp.mention;

import dealscope.nlp.mention.Numerals.Numeral;
import dealscope.nlp.text.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells with products and their counts in a table that is written as text, a row per line: below "Buyer /
 * product / units" the second and the third cell of each row. For one article.
 */
final class HardwareColumn {
    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST_HEADING = 3;
    /** Behind a count: "one million over five years". */
    private static final Set<String> UNTIL = Set.of("over", "by", "until", "through", "units", "pieces");

    private final Set<String> headings;
    private final Set<String> countHeadings;
    private final Numerals numerals = new Numerals();
    private int column = -1;
    private int countColumn = -1;
    private int cells;

    /** The lexemes {@code [from, to)}. */
    record Cell(int from, int to) {}

    /** @param count how many of the product; 0 when the row does not say */
    record Row(Cell product, long count) {}

    HardwareColumn(Set<String> headings, Set<String> countHeadings) {
        this.headings = headings;
        this.countHeadings = countHeadings;
    }

    /** The product and its count when the sentence is a row below such headings. */
    @Nullable
    Row read(List<Lexeme> lexemes) {
        List<Cell> row = row(lexemes);
        if (row.size() < FEWEST_CELLS) {
            column = -1;
            return null;
        }
        int heading = heading(lexemes, row, headings, -1);
        if (heading >= 0) {
            column = heading;
            countColumn = heading(lexemes, row, countHeadings, heading);
            cells = row.size();
            return null;
        }
        return column >= 0 && row.size() == cells ? new Row(row.get(column), count(lexemes, row)) : null;
    }

    private long count(List<Lexeme> lexemes, List<Cell> row) {
        if (countColumn < 0) {
            return 0;
        }
        Cell cell = row.get(countColumn);
        Numeral numeral = numerals.at(lexemes, cell.from(), false);
        if (numeral == null) {
            return 0;
        }
        boolean whole = (numeral.to() == cell.to()
                        || UNTIL.contains(lexemes.get(numeral.to()).folded()))
                && numeral.value().stripTrailingZeros().scale() <= 0
                && numeral.value().compareTo(HardwareCounts.LARGEST) <= 0;
        return whole ? numeral.value().longValue() : 0;
    }

    private static int heading(List<Lexeme> lexemes, List<Cell> row, Set<String> headings, int other) {
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
            if (names && found < 0 && i != other) {
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
