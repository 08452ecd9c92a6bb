package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds made to break a reader: it answers, in time, on a small stack, within bounds. */
class HostileFeedTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int SMALL_STACK = 256 * 1024;
    private static final int DEEP = 200_000;
    private static final int MANY = 50_000;

    /** What is put into the description of an item between two good ones. */
    enum Bomb {
        NESTED_ELEMENTS("<a>".repeat(DEEP)),
        NESTED_AND_CLOSED("<a>".repeat(DEEP) + "</a>".repeat(DEEP)),
        NESTED_ITEMS("<item><description>".repeat(DEEP)),
        NESTED_HTML("<![CDATA[" + "<div><b>".repeat(DEEP) + "]]>"),
        NESTED_TABLES("<![CDATA[" + "<table><tr><td>".repeat(20_000) + "]]>"),
        UNCLOSED_FORMATTING("<![CDATA[" + "<b><i><u>".repeat(20_000) + "<p>".repeat(20_000) + "]]>"),
        AMPERSANDS("&amp".repeat(MANY)),
        ESCAPED_AMPERSANDS("&amp;amp".repeat(MANY)),
        LESS_THAN("<".repeat(MANY)),
        OPEN_TAGS("<a ".repeat(MANY)),
        QUOTES("<a b='".repeat(MANY) + "<a \"".repeat(MANY)),
        COMMENTS("<!--".repeat(MANY)),
        INSTRUCTIONS("<?x ".repeat(MANY)),
        DOCTYPES("<!DOCTYPE x [".repeat(MANY)),
        CDATA("<![CDATA[".repeat(MANY)),
        END_TAGS("</a>".repeat(MANY)),
        MISMATCHED("<a></b>".repeat(MANY)),
        ATTRIBUTES("<a " + "x=\"1\" ".repeat(MANY) + "/>"),
        DISTINCT_ATTRIBUTES(distinctAttributes()),
        NAMESPACES("<a xmlns:b='urn:x'>".repeat(MANY)),
        BASES("<a xml:base='x/'>".repeat(MANY)),
        LONG_NAME("<" + "a".repeat(1_000_000) + "/>"),
        LONG_LINE("x".repeat(5_000_000)),
        LONG_HTML("<![CDATA[" + "<p>x</p>".repeat(200_000) + "]]>");

        private final String text;

        Bomb(String text) {
            this.text = text;
        }

        private static String distinctAttributes() {
            StringBuilder attributes = new StringBuilder("<a ");
            for (int i = 0; i < 100_000; i++) {
                attributes.append('x').append(i).append("=\"1\" ");
            }
            return attributes + "/>";
        }
    }

    @ParameterizedTest
    @EnumSource(Bomb.class)
    void aBombInADescriptionLeavesTheEntryBeforeIt(Bomb bomb) throws Exception {
        String feed =
                "<rss version='2.0'><channel><title>T</title><item><title>Good</title></item><item><title>Bad</title>"
                        + "<description>" + bomb.text + "</description></item></channel></rss>";
        Feed read = readOnSmallStack(feed);
        assertEquals("Good", read.entries().getFirst().title());
    }

    @ParameterizedTest
    @EnumSource(Bomb.class)
    void aBombInAnAtomTitleAndContentIsRead(Bomb bomb) throws Exception {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Good</title></entry><entry><title>"
                + bomb.text + "</title><content type='xhtml'>" + bomb.text + "</content></entry></feed>";
        assertEquals("Good", readOnSmallStack(feed).entries().getFirst().title());
    }

    @Test
    void aBillionLaughsStayWithinTheBudget() throws Exception {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        Feed read = readOnSmallStack(
                doctype + "]><rss><channel><item><title>One</title><description>" + "&l7;".repeat(1_000)
                        + "&l29;</description>" + "<link>http://example.org/1</link></item></channel></rss>");
        Entry entry = read.entries().getFirst();
        assertEquals("http://example.org/1", entry.link());
        assertTrue(entry.summary() == null || entry.summary().length() <= Doctype.BUDGET);
    }

    @Test
    void aQuadraticBlowUpStaysWithinTheBudget() throws Exception {
        Feed read = readOnSmallStack(
                "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(100_000) + "'>]><rss><channel><item><title>One</title>"
                        + "<description>" + "&a;".repeat(100_000) + "</description></item></channel></rss>");
        assertTrue(read.entries().getFirst().summary().length() <= Doctype.BUDGET);
    }

    @Test
    void entitiesThatCallEachOtherEnd() throws Exception {
        Feed read = readOnSmallStack(
                "<!DOCTYPE rss [<!ENTITY a '&b;&b;'><!ENTITY b '&a;&a;'>]><rss><channel><item><title>One &a;</title></item></channel></rss>");
        assertEquals("One", read.entries().getFirst().title());
    }

    @Test
    void noMoreThanTenThousandEntriesAreRead() throws Exception {
        Feed read = readOnSmallStack(
                "<rss><channel>" + "<item><title>x</title></item>".repeat(200_000) + "</channel></rss>");
        assertEquals(FeedReader.MOST_ENTRIES, read.entries().size());
        assertTrue(read.warnings().contains("only the first 10000 entries were read"));
    }

    @Test
    void fieldsAreCapped() throws Exception {
        String line = "x".repeat(2_000_000);
        Entry entry = readOnSmallStack(
                        "<rss><channel><item><title>" + line + "</title><guid>" + line + "</guid><link>http://e.org/"
                                + line + "</link><author>" + line + "</author><pubDate>" + line
                                + "</pubDate><description>" + line
                                + "</description></item></channel></rss>")
                .entries()
                .getFirst();
        assertEquals(1_000, entry.title().length());
        assertEquals(1_000, entry.id().length());
        assertEquals(1_000, entry.author().length());
        assertEquals(1_000_000, entry.summary().length());
        assertEquals(null, entry.link());
    }

    @Test
    void nestedJsonIsNoDanger() {
        String nested = "{\"a\":".repeat(DEEP);
        assertThrows(NotAFeed.class, () -> readOnSmallStack(nested));
        assertThrows(NotAFeed.class, () -> readOnSmallStack("[".repeat(DEEP)));
    }

    @Test
    void nestedJsonLeavesTheItemsBeforeIt() throws Exception {
        Feed read = readOnSmallStack(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"title\":\"One\"},{\"x\":"
                        + "[".repeat(DEEP));
        assertEquals(1, read.entries().size());
    }

    @Test
    void everyPairOfBytesGetsAnAnswer() {
        FeedReader reader = new FeedReader(FeedCases.CLOCK);
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                byte[] body = {(byte) a, (byte) b};
                assertNotNull(assertThrows(NotAFeed.class, () -> reader.read(body, null, "", null))
                        .getMessage());
            }
        }
    }

    private static Feed readOnSmallStack(String feed) throws Exception {
        AtomicReference<Feed> read = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        byte[] body = feed.getBytes(StandardCharsets.UTF_8);
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        read.set(new FeedReader(FeedCases.CLOCK)
                                .read(body, null, "https://news.example.org/feed", null));
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "small stack",
                SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        assertTimeoutPreemptively(DEADLINE, () -> thread.join());
        if (failure.get() instanceof NotAFeed no) {
            throw no;
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
        return read.get();
    }
}
