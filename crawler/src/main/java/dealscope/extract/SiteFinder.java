package dealscope.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of the site for people: og:site_name, the publisher of JSON-LD, application-name; or the part of the title
 * element that its host spells ("A headline - Harbour Wire" on harbourwire.example).
 */
final class SiteFinder {
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|–—·•»:-]\\s|\\s?[|｜]\\s?|:\\s");
    private static final int LONGEST = 200;

    private SiteFinder() {}

    static Field<String> find(PageAddress address, Document document, MetaTags meta, JsonLd jsonLd) {
        List<Field<String>> told = Stream.of(
                        Field.of(meta.first("og:site_name"), Source.OPENGRAPH),
                        Field.of(jsonLd.publisher(), Source.JSON_LD),
                        Field.of(meta.first("application-name"), Source.META))
                .filter(name -> name.value() != null)
                .toList();
        return told.isEmpty()
                ? Field.of(inTitle(address.url(), document.title()), Source.META)
                : told.getFirst().among(told, String::equalsIgnoreCase);
    }

    private static @Nullable String inTitle(@Nullable URI page, String title) {
        if (page == null || title.length() > 2 * LONGEST) {
            return null;
        }
        String host = "." + page.getHost().toLowerCase(Locale.ROOT).replace("-", "");
        String[] parts = SEPARATOR.split(title.strip(), 12);
        for (int i = parts.length - 1; i >= 0 && parts.length > 1; i--) {
            String spelled = parts[i].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "");
            if (spelled.length() > 3 && host.contains("." + spelled + ".")) {
                return parts[i].strip();
            }
        }
        return null;
    }
}
