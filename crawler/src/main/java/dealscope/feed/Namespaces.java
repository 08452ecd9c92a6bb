package dealscope.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Customary names of elements whatever the prefix: {@code dc:creator}, {@code content:encoded}; RSS and Atom elements
 * bear none. The addresses are in {@code namespaces.csv}; they are compared without case and trailing {@code /} or
 * {@code #}. An undeclared or unknown address leaves the word to the prefix.
 */
final class Namespaces {
    private static final Map<String, String> BY_ADDRESS = new HashMap<>();

    static {
        var stream = Objects.requireNonNull(Namespaces.class.getResourceAsStream("namespaces.csv"), "namespaces.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                if (!line.startsWith("#") && comma >= 0) {
                    BY_ADDRESS.put(address(line.substring(comma + 1)), line.substring(0, comma));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final boolean atom;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** @param atom whether the document is Atom: then Atom's own elements bear no prefix */
    Namespaces(boolean atom) {
        this.atom = atom;
    }

    String nameOf(Element element) {
        String namespace = element.tag().namespace();
        String tag = element.normalName();
        if (namespace.equals(Parser.NamespaceXml) && tag.indexOf(':') < 0) {
            return tag;
        }
        return names.computeIfAbsent(namespace, address -> new HashMap<>())
                .computeIfAbsent(tag, name -> customary(namespace, name));
    }

    private String customary(String namespace, String tag) {
        int colon = tag.indexOf(':');
        String local = tag.substring(colon + 1);
        String own = colon < 0 ? "" : tag.substring(0, colon);
        String prefix = BY_ADDRESS.getOrDefault(address(namespace), own);
        if (prefix.isEmpty() || prefix.equals("rss") || (atom && prefix.equals("atom"))) {
            return local;
        }
        return prefix + ':' + local;
    }

    private static String address(String namespace) {
        String address = namespace.strip().toLowerCase(Locale.ROOT);
        while (address.endsWith("/") || address.endsWith("#")) {
            address = address.substring(0, address.length() - 1);
        }
        return address;
    }
}
