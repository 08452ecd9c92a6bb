package dealscope.source;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.article.Page;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Web.Errand;
import dealscope.feed.FeedLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The earlier documents of a feed (RFC 5005): from the current one by {@code prev-archive} or {@code next} to the one
 * before, until all is old, nothing new comes, or a cap is met.
 */
final class Archive {
    static final int MOST_DOCUMENTS = 50;

    private final Errand errand;
    private final FeedParser parser;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private int documents;
    private @Nullable String site;
    private @Nullable String title;
    private @Nullable String trouble;

    Archive(Errand errand, FeedParser parser) {
        this.errand = errand;
        this.parser = parser;
    }

    /** Reads on from {@code url} as long as entries are not all before {@code since}. */
    void read(String url, Instant since, int max, Runnable onDocument) {
        String next = url;
        while (next != null && documents < MOST_DOCUMENTS && entries.size() < max && asked.add(next)) {
            next = document(next, since);
            onDocument.run();
        }
    }

    private @Nullable String document(String url, Instant since) {
        switch (errand.fetch(FetchRequest.of(url, Kind.FEED))) {
            case Fetched fetched -> {
                documents++;
                return take(fetched.page(), since);
            }
            case Failed failed -> trouble = url + ": " + failed.reason();
            default -> trouble = url + ": The server sent no document.";
        }
        return null;
    }

    private @Nullable String take(Page page, Instant since) {
        if (!(parser.parse(page) instanceof Parsed.Read read)) {
            trouble = page.url() + " is not a feed.";
            return null;
        }
        Feed feed = read.feed();
        site = site == null ? feed.link() : site;
        title = title == null ? feed.title() : title;
        boolean news = false;
        boolean recent = false;
        for (Entry entry : feed.entries()) {
            boolean old = entry.published() != null && entry.published().isBefore(since);
            recent |= !old;
            if (seen.add(entry.id() != null ? entry.id() : entry.link() + "\n" + entry.title())) {
                news = true;
                if (!old) {
                    entries.add(entry);
                }
            }
        }
        FeedLinks links = FeedLinks.of(page.body(), page.contentType(), page.url());
        return news && recent && !links.complete() ? links.previous() : null;
    }

    List<Entry> entries() {
        return entries;
    }

    int documents() {
        return documents;
    }

    /** The site that the feed says it belongs to, or null. */
    @Nullable
    String site() {
        return site;
    }

    @Nullable
    String title() {
        return title;
    }

    /** Why it ended early, in words, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
