package dealscope.web.api;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) that a spreadsheet opens without running anything: a text that begins like a formula gets an
 * apostrophe before it (OWASP, "CSV Injection"). Numbers are written as numbers, negative ones too.
 */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private final Writer out;

    Csv(Writer out) {
        this.out = out;
    }

    /** @param cells texts, numbers, booleans; null is an empty cell */
    void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> text(value.toString());
        };
    }

    private static String text(String value) {
        String clean = value.replace("\0", "");
        if (!clean.isEmpty() && FORMULA_STARTS.indexOf(clean.charAt(0)) >= 0) {
            clean = "'" + clean;
        }
        boolean quote = clean.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return quote ? '"' + clean.replace("\"", "\"\"") + '"' : clean;
    }
}
