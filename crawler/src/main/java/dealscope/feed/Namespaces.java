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
import java.util.Set;
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

    /** Every version of RSS 2.0 had an address of its own for a while. */
    private static final String USERLAND = "http://backend.userland.com/rss";

    private static final Set<String> OF_RDF =
            Set.of("channel", "item", "title", "link", "description", "image", "textinput");
    /** Fields of feeds that HTML has no elements of the same name for. */
    private static final Set<String> NOT_OF_HTML =
            Set.of("description", "content", "pubdate", "guid", "author", "item");

    private final boolean atom;
    private final String rootPrefix;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    /** @param root outermost element: if it is of Atom, Atom's elements bear no prefix; its own prefix means nothing */
    Namespaces(Element root) {
        String tag = root.normalName();
        int colon = tag.indexOf(':');
        String local = tag.substring(colon + 1);
        this.atom = local.equals("feed") || local.equals("entry");
        this.rootPrefix = colon < 0 ? "" : tag.substring(0, colon);
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
        String address = address(namespace);
        String known = address.startsWith(USERLAND) ? "rss" : BY_ADDRESS.get(address);
        String prefix = known != null ? known : own.equals(rootPrefix) ? "" : own;
        boolean plain =
                switch (prefix) {
                    case "", "rss" -> true;
                    case "atom" -> atom;
                    case "rdf" -> OF_RDF.contains(local);
                    case "xhtml" -> own.isEmpty() && NOT_OF_HTML.contains(local);
                    default -> false;
                };
        return plain ? local : prefix + ':' + local;
    }

    private static String address(String namespace) {
        String address = namespace.strip().toLowerCase(Locale.ROOT);
        while (address.endsWith("/") || address.endsWith("#")) {
            address = address.substring(0, address.length() - 1);
        }
        return address;
    }
}
