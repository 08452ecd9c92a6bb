package dealscope.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the headline: the only h1, JSON-LD, og:title, the title element without the name of the site. */
final class TitleFinder {
    private static final Pattern SEPARATOR = Pattern.compile(" [|–—·»:-] | \\| ?|｜|：");
    private static final int MAX_LENGTH = 400;

    private TitleFinder() {}

    static @Nullable String find(Document document, MetaTags meta, JsonLd jsonLd) {
        List<Element> heads = document.getElementsByTag("h1").stream()
                .filter(Element::hasText)
                .toList();
        if (heads.size() == 1) {
            return clean(heads.getFirst().text());
        }
        String title = jsonLd.isArticle() ? jsonLd.headline() : null;
        if (title == null && !heads.isEmpty()) {
            title = heads.getFirst().text();
        }
        if (title == null) {
            title = meta.first("og:title", "twitter:title");
        }
        if (title == null) {
            title = withoutSite(document.title());
        }
        return clean(title);
    }

    private static String withoutSite(String title) {
        String best = "";
        for (String part : SEPARATOR.split(title)) {
            if (part.length() > best.length()) {
                best = part;
            }
        }
        return best;
    }

    private static @Nullable String clean(String title) {
        String text = title.replace('\u00A0', ' ').replaceAll("\\s++", " ").strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    }
}
