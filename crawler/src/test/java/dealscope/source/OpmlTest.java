package dealscope.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.FeedOptions;
import dealscope.fetch.FaultServer;
import dealscope.source.Opml.Listing;
import dealscope.source.Opml.Outline;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpmlTest {
    private static Listing read(String xml) {
        return Opml.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Outline> feeds(String outlines) {
        return read("<opml version='2.0'><body>" + outlines + "</body></opml>").feeds();
    }

    private static Outline plain(String title, String url, String category) {
        return new Outline(title, url, category, FeedOptions.DEFAULT);
    }

    @Test
    void whatIsWrittenIsReadBackWithEverythingThatWasSet() {
        FeedOptions off = FeedOptions.of(false, "its terms object to \"robots\" & more");
        FeedOptions ruled = FeedOptions.DEFAULT
                .withSchedule(Duration.ofHours(6), null)
                .withRules("gigawatt OR \"data center\"", "-source:\"sample wire\" <b>");
        FeedOptions timed = FeedOptions.DEFAULT.withSchedule(null, "0 6 * * 1-5");
        List<Outline> feeds = List.of(
                plain("Wire \"A\" & <b>'", "https://a.example/feed?x=1&y=2", "Press / Wires"),
                new Outline("B ünïcode 漢字 😀", "http://b.example/", "Press / Wires", off),
                new Outline("C", "http://c.example/", null, ruled),
                new Outline("D", "http://d.example/", null, timed));
        Listing back = Opml.read(Opml.write("My \"list\"", feeds));
        assertEquals(feeds, back.feeds());
        assertEquals(List.of(), back.refused());
    }

    @Test
    void nestedFoldersAndAttributesInAnyCaseAreUnderstood() {
        assertEquals(
                List.of(
                        plain("One", "http://x.example/1", "Chips / Labs"),
                        plain("Two", "http://x.example/2", "Chips"),
                        plain("Three", "http://x.example/3", "Power / Grid")),
                read("""
                        <OPML><body><outline TITLE='Chips'><outline text="Labs">
                        <outline xmlurl="http://x.example/1" Title="One"/></outline>
                        <OUTLINE XMLURL=" http://x.example/2 " TEXT="Two"/></outline>
                        <outline text="Three" xmlUrl="http://x.example/3" category="/Power/Grid,Other"/>
                        </body></OPML>""").feeds());
    }

    @Test
    void anAddressThatComesAgainInAnotherSpellingIsCountedAndTheFirstStays() {
        Listing list = read("""
                <opml><body><outline text="First" xmlUrl="http://x.example/feed"/>
                <outline text="Second" xmlUrl="https://www.x.example/feed/"/></body></opml>""");
        assertEquals(List.of(plain("First", "http://x.example/feed", null)), list.feeds());
        assertEquals(1, list.repeated());
    }

    @ParameterizedTest
    @CsvSource({
        "type='rss' url='http://x.example/a', http://x.example/a",
        "url='http://x.example/a.rss', http://x.example/a.rss",
        "xmlUrl='' url='http://x.example/feed', http://x.example/feed",
        "xmlUrl='feed://x.example/a', https://x.example/a",
        "xmlUrl='feed:http://x.example/a', http://x.example/a"
    })
    void aFeedIsFoundUnderOtherAttributesToo(String attributes, String url) {
        assertEquals(
                url, feeds("<outline text='A' " + attributes + "/>").getFirst().url());
    }

    @ParameterizedTest
    @CsvSource({
        "htmlUrl='http://x.example/', only of a site",
        "type='link' url='http://x.example/page', only of a site",
        "type='rss', no address of a feed",
        "xmlUrl='javascript:alert(1)', not a web address",
        "xmlUrl='file:///etc/passwd', not a web address",
        "xmlUrl='http://', not a web address",
        "xmlUrl='http://x.example/a b', characters"
    })
    void whatCannotBeFollowedIsRefusedWithAReason(String attributes, String reason) {
        Listing list = read("<opml><body><outline text='Named' " + attributes + "/></body></opml>");
        assertEquals(List.of(), list.feeds());
        assertEquals("Named", list.refused().getFirst().name());
        assertTrue(
                list.refused().getFirst().reason().contains(reason),
                list.refused().toString());
    }

    @Test
    void aFolderIsNoFeedAndNotRefused() {
        Listing list = read("<opml><body><outline text='F'><outline text='A' xmlUrl='http://x.example/1'/>"
                + "</outline></body></opml>");
        assertEquals(1, list.feeds().size());
        assertEquals(List.of(), list.refused());
    }

    @Test
    void brokenXmlGivesTheFeedsBeforeTheBreak() {
        assertEquals(
                "http://x.example/1",
                read("<opml><body><outline text='a & b' xmlUrl='http://x.example/1'/><outline text='cut")
                        .feeds()
                        .getFirst()
                        .url());
        assertEquals(List.of(), read("not XML at all \u0000").feeds());
        assertEquals(List.of(), read("").feeds());
    }

    @Test
    void externalEntitiesAreNeverFetchedAndBombsGiveTheFeedsAllTheSame() {
        try (FaultServer canary = new FaultServer()) {
            String external = "<!DOCTYPE opml [<!ENTITY % p SYSTEM 'http://127.0.0.1:" + canary.port()
                    + "/dtd'> %p; <!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
            assertEquals(
                    "http://x.example/1",
                    read(external + "<opml><body><outline text='&x;' xmlUrl='http://x.example/1'/></body></opml>")
                            .feeds()
                            .getFirst()
                            .url());
            assertEquals(List.of(), canary.log());
        }
        StringBuilder bomb = new StringBuilder("<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'>");
        for (char c = 'b'; c <= 'k'; c++) {
            String before = "&" + (char) (c - 1) + ";";
            bomb.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(before.repeat(10))
                    .append("'>");
        }
        bomb.append("]><opml><body><outline text='&k;' xmlUrl='http://x.example/1'/></body></opml>");
        assertEquals(1, read(bomb.toString()).feeds().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252", "ISO-8859-1"})
    void theEncodingIsFoundWhateverTheListSays(String charset) {
        String xml = "<?xml version='1.0' encoding='UTF-8'?><opml><body><outline text='Café' "
                + "xmlUrl='http://x.example/1'/></body></opml>";
        assertEquals(
                "Café",
                Opml.read(xml.getBytes(Charset.forName(charset)))
                        .feeds()
                        .getFirst()
                        .title());
    }

    @Test
    void anIntervalBeyondReasonIsLeftOut() {
        for (String every : List.of("PT1S", "P400D", "soon", "-PT6H")) {
            String outline = "<outline text='A' xmlUrl='http://x.example/1' dealscope:every='" + every + "'/>";
            assertNull(feeds(outline).getFirst().options().every(), every);
        }
    }

    @Test
    void hundredThousandOutlinesAreReadAndTheRestIsSaidToBeMissing() {
        StringBuilder many = new StringBuilder("<opml><body>");
        for (int i = 0; i < 100_002; i++) {
            many.append("<outline text='Feed ")
                    .append(i)
                    .append("' type='rss' xmlUrl='http://x.example/")
                    .append(i);
            many.append("' htmlUrl='http://x.example/'/>");
        }
        Listing list = read(many.append("</body></opml>").toString());
        assertEquals(100_000, list.feeds().size());
        assertTrue(list.cut());
    }

    @Test
    void hundredThousandNestedOutlinesDoNoHarm() {
        String deep = "<outline text='f'>".repeat(100_000) + "<outline xmlUrl='http://x.example/1'/>";
        assertTrue(feeds("<outline xmlUrl='http://x.example/0'/>" + deep).size() >= 1);
        StringBuilder fat = new StringBuilder("<outline ");
        for (int i = 0; i < 100_000; i++) {
            fat.append('a').append(i).append("='' ");
        }
        assertEquals(1, feeds(fat + "/><outline xmlUrl='http://x.example/1'/>").size());
    }
}
