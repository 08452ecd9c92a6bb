package dealscope.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds who wrote the article: itemprop, rel=author, JSON-LD, meta, visible byline. */
final class AuthorFinder {
    private static final Pattern BY = Pattern.compile(
            "^(?:by|von|par|por|di|door|av|written by|author|posted by)[:\\s]\\s{0,3}+", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAME = 80;
    private static final int MAX_NAMES = 12;

    private AuthorFinder() {}

    static @Nullable String find(Document document, MetaTags meta, JsonLd jsonLd) {
        String author = join(jsonLd.authors());
        if (author == null) {
            author = join(texts(document, "[itemprop=author] [itemprop=name], [itemprop=author]"));
        }
        if (author == null) {
            author = join(texts(document, "a[rel~=author]"));
        }
        if (author == null) {
            String named =
                    meta.first("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl");
            author = named == null ? null : join(List.of(named));
        }
        if (author == null) {
            author = join(texts(document, ".byline, .author-name, .author, .post-author"));
        }
        return author;
    }

    private static List<String> texts(Document document, String query) {
        List<String> texts = new ArrayList<>();
        for (Element element : document.select(query)) {
            String text = element.hasAttr("content") ? element.attr("content") : element.text();
            if (!text.isBlank() && texts.size() < MAX_NAMES) {
                texts.add(text);
                if (!query.contains("rel")) {
                    break;
                }
            }
        }
        return texts;
    }

    private static @Nullable String join(List<String> names) {
        Set<String> clean = new LinkedHashSet<>();
        for (String name : names) {
            String text = BY.matcher(name.strip()).replaceFirst("").strip();
            if (!text.isEmpty() && text.length() <= MAX_NAME && !text.contains("://") && !text.contains("@")) {
                clean.add(text);
            }
        }
        return clean.isEmpty() ? null : String.join(", ", clean);
    }
}
