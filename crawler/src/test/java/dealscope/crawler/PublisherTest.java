package dealscope.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://feeds.paper.co.uk/rss, https://www.paper.co.uk/story, none, The Feed",
                "https://paper.com/rss, https://www.paper.com/story, none, The Feed",
                "https://feedburner.com/paper, https://home.paper.com/story, none, The Feed",
                "https://wire.sample.test/feed, http://copydaily.sample.test/story, none, copydaily.sample.test",
                "https://paper.com/rss, https://other.com/story, none, other.com",
                "https://paper.com/rss, https://other.com/story, Other Times, Other Times",
                "https://paper.com/rss, none, none, The Feed",
                "https://a.co.uk/rss, https://b.co.uk/story, none, b.co.uk"
            })
    void theFeedAloneTellsAsMuchAsItCan(String feedUrl, String link, String source, String expected) {
        var entry = new Entry("1", "T", link, null, null, null, null, null, source, null);
        var feed = new Feed("The Feed", "https://paper.com/", List.of(), null, List.of());
        assertEquals(expected, Publisher.of(entry, feed, MemoryStore.feed(feedUrl, Instant.EPOCH)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.a.co.uk/x, https://b.a.co.uk/, true",
        "http://a.co.uk, http://b.co.uk, false",
        "http://user.github.io/, http://other.github.io/, false",
        "http://1.2.3.4/, http://1.2.3.5/, false",
        "http://1.2.3.4/, http://1.2.3.4/, true",
        "nonsense, nonsense, false",
        "http://a b/, http://a b/, false"
    })
    void aDomainIsWhatCanBeRegistered(String a, String b, boolean same) {
        if (same) {
            assertTrue(Hosts.sameDomain(a, b));
        } else {
            assertFalse(Hosts.sameDomain(a, b));
        }
    }
}
