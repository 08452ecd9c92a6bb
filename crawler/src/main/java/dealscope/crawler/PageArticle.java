package dealscope.crawler;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.article.Page;
import dealscope.crawler.PageReader.PageText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An article after its page was asked for: what the feed told, bettered by what the page told. */
final class PageArticle {
    private static final int BEGINNING = 1_000;

    private PageArticle() {}

    /** The page's text wins when it is not shorter than the feed's; it is the full article unless the page falls short. */
    static Article read(Article known, PageText page, FeedState feed) {
        String text = Drafts.clip(page.text().strip(), Drafts.MAX_TEXT);
        if (known.completeness() == Completeness.FULL && !replaces(text, known, page)) {
            return unread(known, "");
        }
        boolean wins = known.completeness() == Completeness.FULL
                || !text.isEmpty() && text.length() >= known.text().length();
        return new Article(
                known.id(),
                known.urlKey(),
                known.url(),
                page.canonical() == null ? known.canonical() : page.canonical(),
                title(known, page.title()),
                wins ? text : known.text(),
                known.author() == null ? page.author() : known.author(),
                known.published() == null ? page.published() : known.published(),
                known.updated() == null ? page.modified() : known.updated(),
                known.fetched(),
                page.language(),
                Publisher.of(known, feed, page.siteName()),
                known.feedId(),
                wins && page.shortfall() == null ? Completeness.FULL : completeness(wins ? text : known.text()),
                wins ? page.shortfall() : shortfall(text, page),
                known.sample());
    }

    /** A page read again may have become shorter, but hardly by half: then it is another page, or a wall before it. */
    private static boolean replaces(String text, Article known, PageText page) {
        return page.shortfall() == null && text.length() >= known.text().length() / 2;
    }

    /** The article stays as the feed told it, or as the page told it before. */
    static Article unread(Article known, String reason) {
        boolean full = known.completeness() == Completeness.FULL;

        return new Article(
                known.id(),
                known.urlKey(),
                known.url(),
                known.canonical(),
                known.title(),
                known.text(),
                known.author(),
                known.published(),
                known.updated(),
                known.fetched(),
                known.language(),
                known.publisher(),
                known.feedId(),
                full ? Completeness.FULL : completeness(known.text()),
                full ? null : reason,
                known.sample());
    }

    /** Why this document cannot be an article page, or null when it may be one. */
    static @Nullable String notAPage(Page page) {
        String type = page.contentType() == null
                ? ""
                : page.contentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.equals("text/html") || type.equals("application/xhtml+xml") || looksLikeHtml(page.body())) {
            return null;
        }
        return type.isEmpty()
                ? "The link does not lead to a web page."
                : "The link leads to a document of the kind " + type + ", not to a web page.";
    }

    private static boolean looksLikeHtml(byte[] body) {
        // Without its zeros, UTF-16 reads like ASCII here.
        String start = new String(body, 0, Math.min(body.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
        return start.contains("<html") || start.contains("<!doctype html");
    }

    private static String shortfall(String text, PageText page) {
        if (page.shortfall() != null) {
            return page.shortfall();
        }
        return text.isEmpty() ? "No article text was found on the page." : "The page shows less text than the feed.";
    }

    private static Completeness completeness(String text) {
        return text.isEmpty() ? Completeness.HEADLINE : Completeness.PARTIAL;
    }

    /** A feed without titles gets the page's. */
    private static String title(Article known, @Nullable String title) {
        boolean stopgap = known.title().isBlank() || known.title().equals(known.url());
        return stopgap && title != null && !title.isBlank() ? title.strip() : known.title();
    }
}
