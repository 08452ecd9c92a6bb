package dealscope.source;

import dealscope.article.Page;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.HostPauses;
import dealscope.crawler.Web;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FaultServer;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The way to a {@link FaultServer} that answers for every host below {@code .test}, at a time that is moved by hand. */
final class SourceFixture implements AutoCloseable, InstantSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final FaultServer server = new FaultServer();
    final Web web = new HttpWeb(
            FetchSettings.defaults().withDeadline(Duration.ofSeconds(10)).withBytes(2 << 20, 2 << 20),
            new AddressGuard(),
            server.routes(),
            host -> List.of(InetAddress.getByName("127.0.0.1")),
            HostPauses.NONE,
            this);
    private final FeedReader feeds = new FeedReader(this);
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Parsed parse(Page page) {
        try {
            return new Parsed.Read(feeds.read(page.body(), page.contentType(), page.url(), page.contentLocation()));
        } catch (NotAFeed e) {
            return new Parsed.NotAFeed(String.valueOf(e.getMessage()));
        }
    }

    static FaultServer.Behaviour html(String head, String body, String... headers) {
        return FaultServer.ok(
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>",
                headers);
    }

    static FaultServer.Behaviour rss(String title, String... links) {
        return FaultServer.ok("application/rss+xml", rssText(title, links));
    }

    static String rssText(String title, String... links) {
        StringBuilder items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>About ")
                    .append(link)
                    .append("</title><link>")
                    .append(link)
                    .append("</link><pubDate>Sun, 01 Mar 2026 09:00:00 GMT</pubDate></item>");
        }
        return "<rss version='2.0'><channel><title>" + title + "</title>" + items + "</channel></rss>";
    }

    @Override
    public void close() {
        server.close();
    }
}
