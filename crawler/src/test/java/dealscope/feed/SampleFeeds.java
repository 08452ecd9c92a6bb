package dealscope.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Well-formed feeds of 10 to 100 items about made-up companies, as publishers' systems write them; the same every time. */
final class SampleFeeds {
    private static final String[] WHO = {
        "Harbor Compute", "Northlight Cloud", "Quarry Power", "Silverfen Chips", "Tidal Racks", "Umber &amp; Sons"
    };
    private static final String[] DOES = {"leases", "orders", "builds", "finances", "cools", "delays"};
    private static final String[] WHAT = {
        "40 megawatts of capacity", "a campus of four halls", "9,000 accelerators", "a substation", "the second phase"
    };
    private static final String[] THEN = {
        "The contract runs for twelve years, people close to it told Sample Wire.",
        "Neither side named a price – the first invoice falls due in spring.",
        "Analysts at Cinder Research call the step “overdue”.",
        "Work begins once the county has signed off on the water supply.",
        "A spokeswoman declined to say which customers had been told."
    };
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final Instant FIRST = Instant.parse("2026-03-09T08:30:00Z");

    /** A family of formats; the place of the items in the feed and the form of one item. */
    enum Format {
        RSS2,
        ATOM,
        RDF
    }

    private final Random random;

    private SampleFeeds(long seed) {
        this.random = new Random(seed);
    }

    static List<byte[]> of(Format format, int count) {
        List<byte[]> feeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            feeds.add(new SampleFeeds(i).feed(format, i).getBytes(StandardCharsets.UTF_8));
        }
        return feeds;
    }

    private String feed(Format format, int number) {
        String site = "https://wire" + number + ".example/";
        StringBuilder items = new StringBuilder();
        StringBuilder list = new StringBuilder();
        int count = 10 + random.nextInt(91);
        for (int i = 0; i < count; i++) {
            String link = site + "2026/03/" + (100 + i) + "/story-" + random.nextInt(100_000) + "?a=1&amp;b=2";
            list.append("<rdf:li rdf:resource=\"").append(link).append("\"/>\n");
            items.append(item(format, link, FIRST.minusSeconds(3_600L * i)));
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + switch (format) {
                    case RSS2 -> RSS.formatted(site, site, items);
                    case ATOM -> ATOM.formatted(site, site, items);
                    case RDF -> RDF.formatted(site, site, list, items);
                };
    }

    private String item(Format format, String link, Instant date) {
        String title = pick(WHO) + " " + pick(DOES) + " " + pick(WHAT);
        String text = html(4 + random.nextInt(8));
        String summary = pick(THEN) + " " + pick(THEN);
        String author = pick(WHO) + " desk";
        return switch (format) {
            case RSS2 ->
                RSS_ITEM.formatted(
                        title, link, author, RFC_1123.format(date.atOffset(ZoneOffset.UTC)), link, summary, text);
            case ATOM -> ATOM_ENTRY.formatted(author, title, link, link, date, date, summary, escaped(text));
            case RDF -> RDF_ITEM.formatted(link, title, link, escaped(summary), author, date, text);
        };
    }

    private String html(int paragraphs) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < paragraphs; i++) {
            html.append("<p class=\"story\">").append(pick(WHO)).append(" ").append(pick(DOES));
            html.append(" <a href=\"/tag/")
                    .append(i)
                    .append("\">")
                    .append(pick(WHAT))
                    .append("</a>. ");
            html.append(pick(THEN)).append(" <em>").append(pick(THEN)).append("</em></p>\n");
        }
        return html.append("<img src=\"/img/")
                .append(paragraphs)
                .append(".jpg\" alt=\"\" width=\"600\"/>")
                .toString();
    }

    private static String escaped(String html) {
        return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static final String RSS = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
            <channel>
            	<title>Sample Wire</title>
            	<atom:link href="%sfeed/" rel="self" type="application/rss+xml" />
            	<link>%s</link>
            	<description>Power, chips and halls</description>
            	<lastBuildDate>Mon, 09 Mar 2026 08:30:00 +0000</lastBuildDate>
            	<language>en-US</language>
            	<sy:updatePeriod>hourly</sy:updatePeriod>
            	<sy:updateFrequency>1</sy:updateFrequency>
            %s</channel>
            </rss>
            """;
    private static final String RSS_ITEM = """
            	<item>
            		<title>%s</title>
            		<link>%s</link>
            		<dc:creator><![CDATA[%s]]></dc:creator>
            		<pubDate>%s</pubDate>
            		<category><![CDATA[Power]]></category>
            		<category><![CDATA[Halls]]></category>
            		<guid isPermaLink="false">%s</guid>
            		<description><![CDATA[<p>%s</p>]]></description>
            		<content:encoded><![CDATA[%s]]></content:encoded>
            		<slash:comments>0</slash:comments>
            	</item>
            """;
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
            <title>Sample Wire</title>
            <link href="%s"/>
            <link rel="self" href="%sfeed.atom"/>
            <updated>2026-03-09T08:30:00Z</updated>
            <id>urn:uuid:0</id>
            %s</feed>
            """;
    private static final String ATOM_ENTRY = """
            <entry>
            <author><name>%s</name></author>
            <title type="html">%s</title>
            <link rel="alternate" type="text/html" href="%s"/>
            <id>%s</id>
            <published>%s</published>
            <updated>%s</updated>
            <category term="power"/>
            <summary type="text">%s</summary>
            <content type="html">%s</content>
            </entry>
            """;
    private static final String RDF = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="%s">
            <title>Sample Wire</title>
            <link>%s</link>
            <description>Power, chips and halls</description>
            <items><rdf:Seq>
            %s</rdf:Seq></items>
            </channel>
            %s</rdf:RDF>
            """;
    private static final String RDF_ITEM = """
            <item rdf:about="%s">
            <title>%s</title>
            <link>%s</link>
            <description>%s</description>
            <dc:creator>%s</dc:creator>
            <dc:date>%s</dc:date>
            <content:encoded><![CDATA[%s]]></content:encoded>
            </item>
            """;
}
