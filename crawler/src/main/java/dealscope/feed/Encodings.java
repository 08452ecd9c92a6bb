package dealscope.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encoding names as publishers write them, mapped to what browsers take them for: {@code iso-8859-1} is windows-1252,
 * {@code gb2312} is gb18030 (https://encoding.spec.whatwg.org/#names-and-labels), and further names that feeds carry.
 * The table is {@code encodings.csv}; names outside it are Java's own. Case and
 * punctuation do not matter.
 */
final class Encodings {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LONGEST_NAME = 40;
    private static final Map<String, Charset> BY_LABEL = load();

    private Encodings() {}

    /** The encoding meant by {@code label}, or null when nobody knows it. */
    static @Nullable Charset named(@Nullable String label) {
        return label == null || label.length() > LONGEST_NAME ? null : BY_LABEL.get(plain(label));
    }

    /** Letters and digits only: {@code ISO_8859-5:1988} and {@code iso8859-5-1988} are one. */
    private static String plain(String label) {
        StringBuilder plain = new StringBuilder(label.length());
        for (int i = 0; i < label.length(); i++) {
            char c = Character.toLowerCase(label.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static Map<String, Charset> load() {
        Map<String, Charset> table = new HashMap<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            table.putIfAbsent(plain(charset.name()), charset);
            for (String alias : charset.aliases()) {
                table.putIfAbsent(plain(alias), charset);
            }
        }
        var stream = Objects.requireNonNull(Encodings.class.getResourceAsStream("encodings.csv"), "encodings.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                if (line.startsWith("#") || comma < 0) {
                    continue;
                }
                String java = line.substring(0, comma).strip();
                if (Charset.isSupported(java)) {
                    for (String label : line.substring(comma + 1).split(" ")) {
                        table.put(plain(label), Charset.forName(java));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
