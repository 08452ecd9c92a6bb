package dealscope.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The query of a key: in the order given, without the parameters of {@code tracking-parameters.txt}. */
final class KeyQuery {
    private static final Set<String> EXACT = new HashSet<>();
    private static final Set<String> CASED = new HashSet<>();
    private static final List<String> PREFIXES = new ArrayList<>();

    static {
        var stream = Objects.requireNonNull(
                KeyQuery.class.getResourceAsStream("tracking-parameters.txt"), "tracking-parameters.txt");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String name = line.strip();
                if (name.isEmpty() || name.startsWith("#")) {
                    continue;
                }
                if (name.startsWith("=")) {
                    CASED.add(name.substring(1));
                } else if (name.endsWith("*")) {
                    PREFIXES.add(name.substring(0, name.length() - 1));
                } else {
                    EXACT.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyQuery() {}

    static String of(@Nullable String query, String ownHost) {
        if (query == null) {
            return "";
        }
        StringJoiner kept = new StringJoiner("&");
        for (String parameter : PercentEncoding.normalize(query, "?").split("&")) {
            String plain = withoutEscape(parameter);
            int equals = plain.indexOf('=');
            String name = equals < 0 ? plain : plain.substring(0, equals);
            String value = equals < 0 ? "" : plain.substring(equals + 1);
            if (!plain.isEmpty() && !isTracking(name) && !isAmp(name, value) && !isOwnReference(name, value, ownHost)) {
                kept.add(plain);
            }
        }
        return kept.toString();
    }

    /** What is left of {@code &amp;} when the ampersand was percent-encoded or cut off. */
    private static String withoutEscape(String parameter) {
        String plain = parameter;
        while (plain.startsWith("amp;")) {
            plain = plain.substring("amp;".length());
        }
        return plain;
    }

    static boolean isTracking(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return EXACT.contains(lower)
                || CASED.contains(name)
                || PREFIXES.stream().anyMatch(lower::startsWith);
    }

    private static boolean isAmp(String name, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amp" -> lower.isEmpty() || lower.equals("1") || lower.equals("true");
            case "outputtype" -> lower.equals("amp");
            default -> false;
        };
    }

    /** {@code ref} may select content; it does not when it names the site itself. */
    private static boolean isOwnReference(String name, String value, String ownHost) {
        if (!name.equalsIgnoreCase("ref") || value.isEmpty()) {
            return false;
        }
        String decoded = PercentEncoding.decode(value);
        WebAddress address = WebAddress.parse(decoded.contains("//") ? decoded : "//" + decoded);
        return address != null && address.plainHost().equals(ownHost);
    }
}
