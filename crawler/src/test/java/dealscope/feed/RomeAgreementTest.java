package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dealscope.article.Entry;
import dealscope.article.Feed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ROME as a second opinion: over well-formed feeds without oddities both readers give the same. */
class RomeAgreementTest {
    /** A well-formed feed of each family, of many entries. */
    enum Format {
        RSS_2(
                "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F &amp; G</title><link>https://e.org/</link><description>d</description>%s</channel></rss>",
                "<item><title>Title %1$d &amp; more</title><link>https://e.org/%1$d?a=1&amp;b=2</link><guid isPermaLink=\"false\">id-%1$d</guid><pubDate>Mon, 09 Mar 2026 08:%2$02d:00 GMT</pubDate><dc:creator>Ann %1$d</dc:creator><description>Words %1$d</description></item>"),
        RDF(
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://e.org/\"><title>F &amp; G</title><link>https://e.org/</link><description>d</description></channel>%s</rdf:RDF>",
                "<item rdf:about=\"id-%1$d\"><title>Title %1$d &amp; more</title><link>https://e.org/%1$d?a=1&amp;b=2</link><description>Words %1$d</description><dc:creator>Ann %1$d</dc:creator><dc:date>2026-03-09T08:%2$02d:00Z</dc:date></item>"),
        ATOM(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F &amp; G</title><link href=\"https://e.org/\"/><id>x</id><updated>2026-03-09T08:00:00Z</updated>%s</feed>",
                "<entry><id>id-%1$d</id><title>Title %1$d &amp; more</title><link href=\"https://e.org/%1$d?a=1&amp;b=2\"/><published>2026-03-09T08:%2$02d:00Z</published><updated>2026-03-09T08:%2$02d:00Z</updated><author><name>Ann %1$d</name></author><summary>Words %1$d</summary></entry>");

        private final String feed;
        private final String entry;

        Format(String feed, String entry) {
            this.feed = feed;
            this.entry = entry;
        }

        byte[] written() {
            StringBuilder entries = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                entries.append(entry.formatted(i, i % 60));
            }
            return feed.formatted(entries).getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void bothReadersGiveTheSame(Format format) throws Exception {
        Feed ours =
                new FeedReader(FeedCases.CLOCK).read(format.written(), "application/xml", "https://e.org/feed", null);
        SyndFeed theirs = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(format.written())));
        assertEquals(theirs.getTitle(), ours.title());
        assertEquals(theirs.getLink(), ours.link());
        List<SyndEntry> entries = theirs.getEntries();
        assertEquals(entries.size(), ours.entries().size());
        for (int i = 0; i < entries.size(); i++) {
            SyndEntry theirsEntry = entries.get(i);
            Entry entry = ours.entries().get(i);
            assertEquals(theirsEntry.getTitle(), entry.title());
            assertEquals(theirsEntry.getLink(), entry.link());
            assertEquals(theirsEntry.getAuthor(), entry.author());
            assertEquals(theirsEntry.getDescription().getValue(), entry.summary());
            assertEquals(theirsEntry.getPublishedDate().toInstant(), entry.published());
        }
    }

    @Test
    void aDateThatRomeInventsIsNoneForUs() throws Exception {
        byte[] feed =
                ("<rss version=\"2.0\"><channel><title>T</title><link>https://e.org/</link><description>d</description><item>"
                                + "<title>One</title><pubDate>Thu, 99 Jun 2004 10:00:00 GMT</pubDate></item></channel></rss>")
                        .getBytes(StandardCharsets.UTF_8);
        SyndEntry theirs = new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(feed)))
                .getEntries()
                .getFirst();
        assertEquals(
                Instant.parse("2004-09-07T10:00:00Z"), theirs.getPublishedDate().toInstant());
        Entry ours = new FeedReader(FeedCases.CLOCK)
                .read(feed, null, "", null)
                .entries()
                .getFirst();
        assertTrue(ours.published() == null);
    }
}
