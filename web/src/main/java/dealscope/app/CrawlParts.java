package dealscope.app;

import dealscope.article.Page;
import dealscope.crawler.EntryFilter;
import dealscope.crawler.FeedParser;
import dealscope.crawler.HostPauses;
import dealscope.crawler.Intake;
import dealscope.crawler.PageReader;
import dealscope.crawler.Web;
import dealscope.extract.HtmlPageReader;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpWeb;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import dealscope.source.Backfill;
import dealscope.source.WebSub;
import dealscope.store.Store;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;

/**
 * What reading the web takes, made as the settings say: the way to it, and readers of feeds and pages.
 *
 * @param web with its queues for each host: one for the whole program
 */
record CrawlParts(Web web, FeedParser parser, PageReader reader) {
    /**
     * @param routes hosts that are reached at fixed addresses, see {@link Routes}
     * @param pauses where it is kept which hosts asked to be left alone
     */
    static CrawlParts of(
            Settings settings, Map<String, InetSocketAddress> routes, HostPauses pauses, InstantSource clock) {
        FetchSettings fetch = FetchSettings.defaults()
                .withDeadline(settings.duration(Setting.DEADLINE))
                .withBytes(settings.size(Setting.MAX_FEED), settings.size(Setting.MAX_PAGE))
                .withHostDelay(settings.duration(Setting.DELAY));
        if (!settings.text(Setting.USER_AGENT).isEmpty()) {
            fetch = fetch.withUserAgent(settings.text(Setting.USER_AGENT));
        }
        var guard = new AddressGuard(settings.list(Setting.ALLOW));
        var web = new HttpWeb(fetch, guard, Routes.of(routes), Resolver.system(), pauses, clock);
        return new CrawlParts(web, parser(new FeedReader(clock)), new HtmlPageReader(clock));
    }

    Backfill backfill(Store store, EntryFilter filter, InstantSource clock) {
        Intake intake = new Intake(store, filter, clock);
        return new Backfill(web, parser, intake, ids -> store.sources().known(ids), clock);
    }

    WebSub webSub(String callback, Store store, EntryFilter filter, InstantSource clock) {
        return new WebSub(callback, web, parser, new Intake(store, filter, clock), store.sources(), clock);
    }

    private static FeedParser parser(FeedReader feeds) {
        return (Page document) -> {
            try {
                return new FeedParser.Parsed.Read(feeds.read(
                        document.body(), document.contentType(), document.url(), document.contentLocation()));
            } catch (NotAFeed e) {
                return new FeedParser.Parsed.NotAFeed(String.valueOf(e.getMessage()));
            }
        };
    }
}
