package dealscope.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Completeness;
import dealscope.article.Feed;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.feed.FeedReader;
import dealscope.feed.NotAFeed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Items of Google News from the feed's bytes to what the store is given. */
class DraftsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final String OPAQUE = "https://news.google.com/rss/articles/CBMiZkFVX3lxTE5vdEFuQWRkcmVzcw";

    @Test
    void aHeadlineKnowsItsPublisherAndNothingOfTheDescription() throws NotAFeed {
        Draft draft = draft("Northgrid rents halls to Halden - Sample Wire", OPAQUE, "Sample Wire");
        assertEquals("Northgrid rents halls to Halden", draft.article().title());
        assertEquals("Sample Wire", draft.article().publisher());
        assertEquals("wire.example", draft.publisherHost());
        assertEquals("", draft.article().text());
        assertEquals(Completeness.HEADLINE, draft.article().completeness());
        assertEquals(OPAQUE, draft.article().url());
        assertTrue(!draft.fetchPage());
    }

    @Test
    void aSuffixThatIsNotTheSourceStays() throws NotAFeed {
        Draft draft = draft("Northgrid rents halls - the largest yet", OPAQUE, "Sample Wire");
        assertEquals("Northgrid rents halls - the largest yet", draft.article().title());
    }

    @Test
    void anEntryOfAnOrdinaryFeedIsNoHeadline() throws NotAFeed {
        Draft draft = draft("Northgrid rents halls", "https://wire.example/a", "Sample Wire");
        assertNull(draft.publisherHost());
        assertTrue(draft.fetchPage());
    }

    private static Draft draft(String title, String link, String source) throws NotAFeed {
        String rss = """
                <rss version="2.0"><channel><title>Search</title><item><title>%s</title><link>%s</link>
                <guid isPermaLink="false">g</guid><source url="https://www.wire.example">%s</source>
                <description>&lt;ol&gt;&lt;li&gt;&lt;a href="https://post.example/x"&gt;Another headline&lt;/a&gt;&lt;/li&gt;&lt;/ol&gt;</description>
                </item></channel></rss>""".formatted(title, link, source);
        Feed feed = new FeedReader(InstantSource.fixed(NOW))
                .read(rss.getBytes(StandardCharsets.UTF_8), "application/rss+xml", "https://a.test/feed", null);
        return Drafts.of(feed, MemoryStore.feed("https://a.test/feed", NOW), NOW, 100)
                .getFirst();
    }
}
