package dealscope.crawler;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.article.UrlKey;
import dealscope.crawler.CrawlStore.Draft;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Entries on their way into the store: what each tells without its page. */
final class Drafts {
    static final int MAX_TEXT = 400_000;
    private static final int MAX_TITLE = 500;
    private static final int MAX_NAME = 200;
    /** Its links are opaque: there is no page behind them that we could read. */
    private static final String GOOGLE_NEWS = "news.google.com";

    private Drafts() {}

    /** A draft for each entry, the newest {@code cap} of them; of several with the same guid the first. */
    static List<Draft> of(Feed feed, FeedState state, Instant now, int cap) {
        var drafts = new LinkedHashMap<String, Draft>();
        List<Entry> readable = feed.entries().stream().filter(Entry::isReadable).toList();
        for (Entry entry : newest(readable, cap)) {
            String guid = Ids.guid(entry);
            drafts.putIfAbsent(guid, draft(guid, entry, feed, state, now));
        }
        return List.copyOf(drafts.values());
    }

    private static List<Entry> newest(List<Entry> entries, int cap) {
        if (entries.size() <= cap) {
            return entries;
        }
        return entries.stream()
                .sorted(Comparator.comparing(Entry::published, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(cap)
                .toList();
    }

    private static Draft draft(String guid, Entry entry, Feed feed, FeedState state, Instant now) {
        boolean opaque = Hosts.name(entry.link()).equals(GOOGLE_NEWS);
        boolean hasPage = entry.link() != null && !opaque;
        String text = text(entry);
        var article = new Article(
                Ids.article(state.id(), entry),
                entry.link() == null ? state.id() + " " + guid : UrlKey.of(entry.link()),
                entry.link() == null ? siteOf(feed, state) : entry.link(),
                null,
                clip(entry.title().strip(), MAX_TITLE),
                text,
                entry.author() == null ? null : clip(entry.author(), MAX_NAME),
                entry.published(),
                entry.updated(),
                now,
                null,
                Publisher.of(entry, feed, state),
                state.id(),
                text.isEmpty() ? Completeness.HEADLINE : Completeness.PARTIAL,
                reason(hasPage, opaque),
                state.sample());
        return new Draft(guid, article, hasPage, opaque ? Hosts.name(entry.sourceUrl()) : null, false);
    }

    private static String siteOf(Feed feed, FeedState state) {
        return feed.link() == null ? state.url() : feed.link();
    }

    private static String reason(boolean hasPage, boolean opaque) {
        if (hasPage) {
            return "The page has not been read yet.";
        }
        return opaque ? "Google News hides the address of the publisher's page." : "The feed gives no link to a page.";
    }

    /** The longer of content and summary, as text. */
    private static String text(Entry entry) {
        String content = entry.content() == null ? "" : HtmlText.of(entry.content(), MAX_TEXT);
        String summary = entry.summary() == null ? "" : HtmlText.of(entry.summary(), MAX_TEXT);
        return summary.length() > content.length() ? summary : content;
    }

    /** The beginning of a text, never half a character. */
    static String clip(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
