package dealscope.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds who wrote the article: JSON-LD, itemprop, rel=author, meta, visible byline. A name that is the site's own counts
 * only if no source has another.
 */
final class AuthorFinder {
    private static final Map<Character, List<String>> LABELS = WordList.load("labels.txt").section("by").stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .collect(Collectors.groupingBy(label -> label.charAt(0)));
    private static final Pattern AFTER_NAME = Pattern.compile("\\s[|–—•·-]\\s.*+$|\\s{2,}+.*+$", Pattern.DOTALL);
    private static final List<String> META_NAMES =
            WordList.load("metanames.txt").section("author");
    private static final int MAX_NAME = 100;
    private static final int MAX_NAMES = 12;

    private AuthorFinder() {}

    static Field<String> find(
            Document document, PageTree tree, Headline headline, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
        List<Field<String>> candidates = Stream.of(
                        Field.of(join(jsonLd.authors()), Source.JSON_LD),
                        Field.of(join(itemprop(document)), Source.MICRODATA),
                        Field.of(join(related(document)), Source.VISIBLE),
                        Field.of(join(meta(meta)), Source.META),
                        Field.of(join(new VisibleByline(tree, headline).find()), Source.VISIBLE))
                .filter(candidate -> candidate.value() != null)
                .toList();
        return candidates.stream()
                .filter(candidate -> !String.valueOf(candidate.value()).equalsIgnoreCase(site))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(Field.none())
                .among(candidates, String::equalsIgnoreCase);
    }

    private static List<String> itemprop(Document document) {
        for (Element author : document.getElementsByAttributeValue("itemprop", "author")) {
            Element name = author.selectFirst("[itemprop=name]");
            Element source = name == null ? author : name;
            String text = source.hasAttr("content") ? source.attr("content") : source.text();
            if (!text.isBlank()) {
                return List.of(text);
            }
        }
        return List.of();
    }

    private static List<String> related(Document document) {
        List<String> names = new ArrayList<>();
        for (Element author : document.select("[rel~=(?i)^author$]")) {
            if (author.hasText() && names.size() < MAX_NAMES) {
                names.add(author.text());
            }
        }
        return names.size() <= 4 ? names : names.subList(0, 1);
    }

    private static List<String> meta(MetaTags meta) {
        String name = meta.first(META_NAMES);
        if (name == null && "written by".equalsIgnoreCase(meta.first("twitter:label1"))) {
            name = meta.first("twitter:data1");
        }
        if (name == null && "written by".equalsIgnoreCase(meta.first("twitter:label2"))) {
            name = meta.first("twitter:data2");
        }
        return name == null ? List.of() : List.of(name);
    }

    private static @Nullable String join(List<String> names) {
        Set<String> clean = new LinkedHashSet<>();
        for (String name : names) {
            String text = AFTER_NAME
                    .matcher(withoutLabel(name.strip()))
                    .replaceFirst("")
                    .strip();
            if (isName(text)) {
                clean.add(text);
            }
        }
        return clean.isEmpty() ? null : String.join(", ", clean);
    }

    /** {@code text} without "By", "Von", "文：" and their like before the name. */
    static String withoutLabel(String text) {
        if (text.isEmpty()) {
            return text;
        }
        for (String label : LABELS.getOrDefault(Character.toLowerCase(text.charAt(0)), List.of())) {
            int end = label.length();
            if (text.length() > end && text.regionMatches(true, 0, label, 0, end) && isBorder(text.charAt(end))) {
                return text.substring(end + 1).strip();
            }
        }
        return text;
    }

    private static boolean isBorder(char c) {
        return c == ':' || c == '：' || Character.isWhitespace(c);
    }

    private static boolean isName(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.length() > 1
                && text.length() <= MAX_NAME
                && !lower.contains("://")
                && !lower.startsWith("www.")
                && text.codePoints().anyMatch(Character::isLetter)
                && DateParser.parse(text, false) == null
                && !lower.matches("[a-z_]++(?:\\.[a-z_]++){2,}+");
    }
}
