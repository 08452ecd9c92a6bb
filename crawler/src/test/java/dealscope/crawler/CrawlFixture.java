package dealscope.crawler;

import dealscope.article.Entry;
import dealscope.article.Feed;
import dealscope.article.Page;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.PageReader.PageText;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import dealscope.fetch.Resolver;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A crawler over a {@link FaultServer} and a store in memory, with a clock that is moved by hand. */
final class CrawlFixture implements AutoCloseable, InstantSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    static final String RSS = "application/rss+xml";

    final FaultServer server = new FaultServer();
    MemoryStore store = new MemoryStore(List.of());
    FeedParser parser = CrawlFixture::parse;
    PageReader reader = CrawlFixture::read;
    CrawlSettings settings = CrawlSettings.defaults();
    FetchSettings fetchSettings =
            FetchSettings.defaults().withDeadline(Duration.ofSeconds(2)).withBytes(1 << 20, 1 << 20);
    private volatile Instant now = START;
    private Crawler crawler;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    FeedState follow(String url) {
        FeedState feed = MemoryStore.feed(url, START);
        store.put(feed);
        return feed;
    }

    FeedState state(FeedState feed) {
        return store.feed(feed.id()).orElseThrow();
    }

    /** Feeds that are due, as the schedule would do it. */
    Progress refresh() {
        return crawler().refresh(store.dueFeeds(now, 1_000), Listener.NONE);
    }

    Crawler crawler() {
        if (crawler == null) {
            restart();
        }
        return crawler;
    }

    /** A new process over the same store. */
    void restart() {
        Resolver nowhere = host -> List.of(InetAddress.getByName("127.0.0.1"));
        var web = new HttpWeb(fetchSettings, new AddressGuard(), server.routes(), nowhere, this);
        crawler = new Crawler(web, parser, reader, store, new Interval(new Random(7)), settings, this);
    }

    static String rss(String title, String... items) {
        return "<rss version='2.0'><channel><title>" + title + "</title>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String guid, String title, String link, String description) {
        return "<item><guid>" + guid + "</guid><title>" + title + "</title><link>" + link
                + "</link><description><![CDATA[" + description + "]]></description></item>";
    }

    static String page(String title, String text) {
        return "<!DOCTYPE html><html lang='en'><head><title>" + title
                + "</title><meta property='og:site_name' content='The Site'></head><body><article><p>" + text
                + "</p></article></body></html>";
    }

    /** Enough RSS for these tests. */
    static Parsed parse(Page page) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        if (text.contains("<!DOCTYPE") || !text.contains("<rss")) {
            return new Parsed.NotAFeed("This is not a feed.");
        }
        Document document = Jsoup.parse(text, page.url(), Parser.xmlParser());
        var entries = new ArrayList<Entry>();
        for (Element item : document.select("item")) {
            entries.add(new Entry(
                    text(item, "guid"),
                    text(item, "title") == null ? "" : text(item, "title"),
                    text(item, "link"),
                    text(item, "date") == null ? null : Instant.parse(text(item, "date")),
                    null,
                    null,
                    text(item, "description"),
                    text(item, "encoded"),
                    text(item, "source")));
        }
        return new Parsed.Read(new Feed(text(document, "channel > title"), null, entries, null, List.of()));
    }

    private static String text(Element parent, String query) {
        Element found = parent.selectFirst(query);
        return found == null || found.text().isEmpty() ? null : found.text();
    }

    static PageText read(String url, String html) {
        Document document = Jsoup.parse(html, url);
        String text = String.join(
                "\n", document.select("article p").eachText().stream().toList());
        Element site = document.selectFirst("meta[property=og:site_name]");
        Element canonical = document.selectFirst("link[rel=canonical]");
        return new PageText(
                text,
                document.title(),
                null,
                null,
                canonical == null ? null : canonical.absUrl("href"),
                "en",
                site == null ? null : site.attr("content"));
    }

    @Override
    public void close() {
        server.close();
    }
}
