package dealscope.source;

import dealscope.article.UrlKey;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.Interval;
import dealscope.feed.XmlText;
import dealscope.source.Opml.Listing;
import dealscope.source.Opml.Outline;
import dealscope.source.Opml.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** One reading of a list, an outline at a time, so that its tree is never in memory as a whole. */
final class OpmlReader {
    private static final int MOST_FEEDS = 100_000;
    private static final int MOST_REFUSALS = 1_000;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int LONGEST_NAME = 500;
    private static final int DEPTH = 512;
    private static final Set<String> FEED_TYPES = Set.of("rss", "atom", "feed", "rss1", "rss2", "json", "xml");

    private final List<Outline> feeds = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int repeated;
    private boolean cut;

    Listing read(byte[] opml) {
        String xml = XmlText.of(opml, null);
        try (StreamParser parser = new StreamParser(Parser.xmlParser().setMaxDepth(DEPTH)).parse(xml, "")) {
            Iterator<Element> elements = parser.iterator();
            while (!cut && elements.hasNext()) {
                take(elements.next());
            }
        }
        return new Listing(feeds, repeated, refused, cut);
    }

    private void take(Element element) {
        if (element.normalName().equals("outline")) {
            boolean folder = element.childrenSize() > 0 || element.hasAttr(Mark.FOLDER);
            Address address = address(element, folder);
            if (address.url != null) {
                add(element, address.url);
            } else if (address.trouble != null && refused.size() < MOST_REFUSALS) {
                refused.add(new Refusal(name(element, "an outline without a name"), address.trouble));
            }
            Element parent = element.parent();
            if (parent != null) {
                parent.attributes().put(Mark.FOLDER, "");
            }
            element.remove();
        }
    }

    /** Put on an outline whose children have been read and taken out. */
    private static final class Mark {
        private static final String FOLDER = "/folder";
    }

    /** @param url the feed's, or null; {@code trouble} says why unless the outline is a folder */
    private record Address(@Nullable String url, @Nullable String trouble) {}

    private static Address address(Element element, boolean folder) {
        String xmlUrl = attribute(element, "xmlUrl");
        String url = attribute(element, "url");
        String type = attribute(element, "type").toLowerCase(Locale.ROOT);
        String feed = !xmlUrl.isEmpty() ? xmlUrl : FEED_TYPES.contains(type) || FeedAddress.isFeedLike(url) ? url : "";
        if (feed.isEmpty()) {
            String site = !attribute(element, "htmlUrl").isEmpty() ? attribute(element, "htmlUrl") : url;
            if (!site.isEmpty()) {
                return new Address(null, "no address of a feed, only of a site: " + clip(site));
            }
            return new Address(null, folder ? null : "no address of a feed");
        }
        String typed = feed.regionMatches(true, 0, "feed:", 0, 5) ? FeedAddress.typed(feed) : feed;
        String trouble = Opml.trouble(typed);
        return trouble == null ? new Address(typed, null) : new Address(null, trouble + ": " + clip(feed));
    }

    private void add(Element element, String url) {
        if (!keys.add(UrlKey.of(url))) {
            repeated++;
        } else if (feeds.size() == MOST_FEEDS) {
            cut = true;
        } else {
            feeds.add(outline(element, url));
        }
    }

    private static Outline outline(Element element, String url) {
        return new Outline(name(element, url), url, category(element), options(element));
    }

    private static FeedOptions options(Element element) {
        return FeedOptions.of(!"false".equalsIgnoreCase(attribute(element, Opml.ENABLED)), given(element, Opml.NOTE))
                .withSchedule(every(given(element, Opml.EVERY)), given(element, Opml.CRON))
                .withRules(given(element, Opml.KEEP), given(element, Opml.DROP));
    }

    private static @Nullable String given(Element element, String name) {
        String value = attribute(element, name);
        return value.isEmpty() ? null : value;
    }

    /** An interval outside of what the crawler grants is as good as none. */
    private static @Nullable Duration every(@Nullable String text) {
        try {
            Duration every = text == null ? null : Duration.parse(text);
            boolean granted =
                    every != null && every.compareTo(Interval.MINIMUM) >= 0 && every.compareTo(Interval.MAXIMUM) <= 0;
            return granted ? every : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The names of the folders around it; without folders what its own attribute {@code category} says first. */
    private static @Nullable String category(Element element) {
        List<String> names = new ArrayList<>();
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            String name = parent.normalName().equals("outline") ? name(parent, "") : "";
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            String first = attribute(element, "category").split(",", 2)[0].strip();
            String plain = first.startsWith("/") ? first.substring(1) : first;
            return plain.isEmpty() ? null : clip(plain.replace("/", " / "));
        }
        return clip(String.join(" / ", names.reversed()));
    }

    private static String name(Element element, String otherwise) {
        String text = attribute(element, "text");
        String name = text.isEmpty() ? attribute(element, "title") : text;
        return name.isEmpty() ? otherwise : clip(name);
    }

    private static String clip(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    /** Attribute names are case-insensitive here: lists in the wild write {@code xmlurl} too. */
    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name).strip();
    }

    static boolean isTooLong(String url) {
        return url.length() > LONGEST_ADDRESS;
    }
}
