package dealscope.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encoding names as publishers write them, mapped to what browsers take them for: {@code iso-8859-1} is windows-1252,
 * {@code gb2312} is gb18030 (https://encoding.spec.whatwg.org/#names-and-labels), and further names that feeds carry.
 * The table is {@code encodings.csv}; names outside it are asked of Java.
 */
final class Encodings {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int LONGEST_NAME = 40;
    private static final Map<String, Charset> BY_LABEL = load();

    private Encodings() {}

    /** The encoding meant by {@code label}, or null when nobody knows it. */
    static @Nullable Charset named(@Nullable String label) {
        if (label == null) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return null;
        }
        Charset known = BY_LABEL.get(name.replace('_', '-'));
        return known != null ? known : askJava(name);
    }

    private static @Nullable Charset askJava(String name) {
        for (String variant : new String[] {name, name.replace('_', '-'), name.replace('-', '_'), "x-" + name}) {
            try {
                if (Charset.isSupported(variant)) {
                    return Charset.forName(variant);
                }
            } catch (IllegalArgumentException notAName) {
                return null;
            }
        }
        return null;
    }

    private static Map<String, Charset> load() {
        Map<String, Charset> table = new HashMap<>();
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
                        table.put(label.strip(), Charset.forName(java));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
