package dealscope.web.data;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) that a spreadsheet opens without running anything: a text that begins like a formula gets an
 * apostrophe before it (OWASP, "CSV Injection"). Numbers are written as numbers, negative ones too.
 */
public final class Csv {
    public static final String TYPE = "text/csv; charset=utf-8; header=present";

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private final Writer out;

    public Csv(Writer out) {
        this.out = out;
    }

    /** @param cells texts, numbers, booleans; a list is its parts between {@code "; "}, null an empty cell */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
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
            case List<?> parts -> text(parts.stream().map(String::valueOf).collect(Collectors.joining("; ")));
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
