package dealscope.feed;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed from its bytes: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed 1.x, in whatever encoding and
 * state.
 *
 * {@snippet :
 * Feed feed = new FeedReader(InstantSource.system()).read(page.body(), page.contentType(), page.url(), page.contentLocation());
 * }
 *
 * <p>Titles and names are plain text, summaries and contents sanitized HTML with absolute links, dates valid or null. A
 * broken or cut feed gives the entries before the break and a warning in words; at most {@value #MOST_ENTRIES} entries are
 * read. Fetching is not its business, nor is the size of the body: the caller caps it.
 *
 * <p>Safe for use by many threads. The only exception, for any bytes, is {@link NotAFeed}.
 */
public final class FeedReader {
    static final int MOST_ENTRIES = 10_000;
    private final FeedDate dates;

    /** @param clock dates more than 48 hours ahead of it are taken for mistakes */
    public FeedReader(InstantSource clock) {
        this.dates = new FeedDate(clock);
    }

    /**
     * Reads {@code body}.
     *
     * @param contentType the header as sent; a wrong one does no harm
     * @param url address of the feed, base of its relative links; when empty, relative links stay relative
     * @param contentLocation the header as sent; goes before {@code url} as base
     */
    public Feed read(byte[] body, @Nullable String contentType, String url, @Nullable String contentLocation)
            throws NotAFeed {
        try {
            return parse(body, contentType, Links.base(contentLocation, Links.base(url, "")));
        } catch (RuntimeException | StackOverflowError e) {
            throw new NotAFeed("unreadable: " + e.getClass().getSimpleName(), e);
        }
    }

    private Feed parse(byte[] body, @Nullable String contentType, String address) throws NotAFeed {
        List<String> warnings = new ArrayList<>();
        String text = ByteDecoder.decode(body, contentType, warnings);
        int start = beginning(text);
        if (start == text.length()) {
            throw new NotAFeed("an empty answer, not a feed");
        }
        Feed feed = text.charAt(start) == '{'
                ? json(text.substring(start), address, warnings)
                : xml(text, address, warnings);
        if (feed.entries().isEmpty() && feed.warnings().contains(Doctype.EXHAUSTED)) {
            throw new NotAFeed(Doctype.EXHAUSTED);
        }
        return finish(feed, GoogleNews.isLink(address));
    }

    private Feed json(String text, String address, List<String> warnings) throws NotAFeed {
        try {
            return JsonFeedReader.read(text, address, dates, warnings);
        } catch (NotAFeed notJson) {
            if (FeedTree.hasRoot(text)) {
                return xml(text, address, warnings);
            }
            throw notJson;
        }
    }

    private Feed xml(String text, String address, List<String> warnings) throws NotAFeed {
        if (text.indexOf('<') < 0) {
            throw new NotAFeed("neither XML nor JSON, not a feed");
        }
        FeedElement root = FeedTree.root(XmlMender.mend(text, warnings), address);
        if (isAtom(root)) {
            return AtomReader.read(root, dates, warnings);
        }
        return CdfReader.reads(root) ? CdfReader.read(root, dates, warnings) : RssReader.read(root, dates, warnings);
    }

    /** By its outermost element, unless what it holds is of the other family. */
    private static boolean isAtom(FeedElement root) {
        if (root.name().equals("item") || root.name().equals("entry")) {
            return root.name().equals("entry");
        }
        boolean atom = root.name().equals("feed");
        boolean asNamed = !root.below(atom ? "entry" : "item", 1).isEmpty();
        return asNamed || root.below(atom ? "item" : "entry", 1).isEmpty() ? atom : !atom;
    }

    private static Feed finish(Feed feed, boolean googleNews) {
        List<Entry> entries = feed.entries();
        List<String> warnings = new ArrayList<>(feed.warnings());
        if (entries.size() > MOST_ENTRIES) {
            warnings.add("only the first " + MOST_ENTRIES + " entries were read");
            entries = entries.subList(0, MOST_ENTRIES);
        }
        List<Entry> mended = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            mended.add(googleNews || GoogleNews.isLink(entry.link()) ? GoogleNews.mend(entry) : entry);
        }
        return new Feed(feed.title(), feed.link(), mended, feed.ttl(), feed.skipHours(), feed.skipDays(), warnings);
    }

    private static int beginning(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }
}
