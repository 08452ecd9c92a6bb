package dealscope.extract;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the language of the article as BCP 47 primary language in lower case. */
final class LanguageFinder {
    private LanguageFinder() {}

    static @Nullable String find(Document document, MetaTags meta, String text) {
        Element html = document.selectFirst("html");
        String declared = html == null ? null : primary(html.attr("lang"));
        if (declared == null) {
            declared = primary(meta.first("og:locale", "content-language", "language", "inlanguage"));
        }
        return declared;
    }

    private static @Nullable String primary(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String language = tag.strip().split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
        return language.matches("[a-z]{2,3}") ? language : null;
    }
}
