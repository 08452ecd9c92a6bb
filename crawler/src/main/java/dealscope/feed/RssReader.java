package dealscope.feed;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * RSS 0.9 to 2.0 and RDF: the items below the channel or beside it, wherever they stand. What an item does not say in RSS'
 * own words may be said in those of Dublin Core, content, Media RSS, iTunes, Atom or XHTML.
 */
final class RssReader {
    private static final String[] TITLES = {"title", "dc:title", "atom:title", "media:title", "itunes:title"};
    private static final String[] PUBLISHED = {
        "pubdate",
        "dcterms:issued",
        "dcterms:available",
        "atom:published",
        "dc:date",
        "dcterms:created",
        "dcterms:date",
        "date",
        "published",
        "prism:publicationdate",
        "news:publication_date"
    };
    private static final String[] UPDATED = {
        "dcterms:modified", "atom:updated", "dc:date", "updated", "lastbuilddate", "modified"
    };
    private static final String[] AUTHORS = {
        "author", "dc:creator", "atom:author", "dc:author", "itunes:author", "creator", "dc:contributor", "media:credit"
    };
    private static final String[] SUMMARIES = {
        "description",
        "summary",
        "dc:description",
        "dcterms:abstract",
        "atom:summary",
        "itunes:summary",
        "abstract",
        "media:description",
        "itunes:subtitle"
    };
    private static final String[] CONTENTS = {
        "content:encoded", "xhtml:body", "body", "fullitem", "xhtml:div", "atom:content", "content", "full-text"
    };

    private final FeedDate dates;
    private final FeedElement root;
    private final FeedElement channel;

    private RssReader(FeedElement root, FeedDate dates) {
        this.root = root;
        this.dates = dates;
        List<FeedElement> channels = root.name().equals("channel") ? List.of(root) : root.below("channel", 1);
        this.channel = channels.isEmpty() ? root : channels.getFirst();
    }

    static Feed read(FeedElement root, FeedDate dates, List<String> warnings) {
        return new RssReader(root, dates).feed(warnings);
    }

    private Feed feed(List<String> warnings) {
        String site = siteLink();
        String author = channelAuthor();
        List<Entry> entries = new ArrayList<>();
        List<FeedElement> items =
                root.name().equals("item") ? List.of(root) : root.below("item", FeedReader.MOST_ENTRIES + 1);
        for (FeedElement item : items) {
            if (item.isEmpty()) {
                continue;
            }
            EntryDraft draft = item(item);
            draft.author(author);
            entries.add(draft.finish());
        }
        return new Feed(
                title(),
                site,
                entries,
                ttl(),
                Rhythm.hours(texts(channel.first("skiphours"), "hour")),
                Rhythm.days(texts(channel.first("skipdays"), "day")),
                warnings);
    }

    private @Nullable String title() {
        FeedElement title = root.name().equals("item") ? null : channel.first(TITLES);
        return title == null
                ? null
                : TextConstruct.title(title.source(), title.base()).plain();
    }

    private @Nullable String siteLink() {
        for (FeedElement link : channel.all("link")) {
            String address = Links.resolve(page(link), link.base());
            if (address != null) {
                return address;
            }
        }
        String alternate = AtomReader.alternate(channel.all("atom:link"));
        return alternate != null ? alternate : Links.resolve(channel.about(), channel.base());
    }

    /** The text of a link; one written as in Atom has an attribute instead, and may lead elsewhere than to the page. */
    private static @Nullable String page(FeedElement link) {
        String rel = link.attribute("rel");
        return link.text() != null
                ? link.text()
                : rel == null || rel.equals("alternate") ? link.attribute("href") : null;
    }

    private @Nullable String channelAuthor() {
        String editor = Byline.names(channel.all("dc:creator", "dc:author", "atom:author", "author", "itunes:author"));
        String managing = editor != null ? editor : Byline.names(channel.all("managingeditor"));
        return managing == null || (editor == null && managing.indexOf('@') >= 0) ? editor : managing;
    }

    private @Nullable Duration ttl() {
        return Rhythm.of(
                Rhythm.text(channel.first("ttl")),
                Rhythm.text(channel.first("sy:updateperiod")),
                Rhythm.text(channel.first("sy:updatefrequency")));
    }

    private static List<String> texts(@Nullable FeedElement list, String name) {
        return list == null
                ? List.of()
                : list.all(name).stream()
                        .map(FeedElement::text)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private EntryDraft item(FeedElement item) {
        EntryDraft draft = new EntryDraft(dates);
        for (FeedElement title : item.all(TITLES)) {
            draft.title(TextConstruct.title(title.source(), title.base()));
        }
        FeedElement guid = item.first("guid", "atom:id", "id", "dc:identifier");
        draft.id(guid != null ? guid.text() : item.about());
        links(item, guid, draft);
        for (FeedElement date : item.all(PUBLISHED)) {
            draft.published(date.text());
        }
        for (FeedElement date : item.all(UPDATED)) {
            draft.updated(date.text());
        }
        for (String name : AUTHORS) {
            draft.author(Byline.names(item.all(name)));
        }
        texts(item, draft);
        FeedElement source = item.first("source", "atom:source", "dc:source");
        draft.source(source == null ? null : sourceName(source));
        draft.sourceUrl(source == null ? null : source.attribute("url"));
        return draft;
    }

    private static @Nullable String sourceName(FeedElement source) {
        FeedElement title = source.first("title", "atom:title");
        String name = title != null ? title.text() : source.text();
        return name == null || Links.absolute(name) != null
                ? null
                : TextConstruct.title(name, "").plain();
    }

    private static void links(FeedElement item, @Nullable FeedElement guid, EntryDraft draft) {
        for (FeedElement link : item.all("feedburner:origlink", "link")) {
            draft.link(page(link), link.base());
        }
        draft.link(AtomReader.alternate(item.all("atom:link")), item.base());
        if (guid != null && "true".equalsIgnoreCase(guid.attribute("ispermalink"))) {
            draft.link(guid.text(), guid.base());
        } else if (guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"))) {
            draft.absoluteLink(guid.text());
        }
        draft.absoluteLink(item.about());
        for (FeedElement file : item.all("enclosure", "media:player")) {
            String type = file.attribute("type");
            if (type == null || !type.startsWith("image/")) {
                draft.link(file.attribute("url") != null ? file.attribute("url") : file.attribute("href"), file.base());
            }
        }
    }

    /** Where an item has both a description and a summary, the first is the summary and the second the content. */
    private static void texts(FeedElement item, EntryDraft draft) {
        for (FeedElement content : item.all(CONTENTS)) {
            draft.content(text(content));
        }
        List<FeedElement> both = item.inOrder("description", "summary");
        if (both.size() == 2
                && !both.get(0).name().equals(both.get(1).name())
                && both.get(0).text() != null) {
            draft.summary(text(both.get(0)));
            draft.content(text(both.get(1)));
        }
        for (FeedElement summary : item.all(SUMMARIES)) {
            draft.summary(text(summary));
        }
        for (FeedElement group : item.all("media:group")) {
            for (FeedElement summary : group.all("media:description")) {
                draft.summary(text(summary));
            }
        }
    }

    private static TextConstruct text(FeedElement element) {
        boolean coded = element.name().equals("content:encoded") || element.hasElements();
        String source = element.source();
        if (element.name().startsWith("atom:")) {
            return AtomText.of(element, "html");
        }
        return coded ? TextConstruct.html(source, element.base()) : TextConstruct.body(source, element.base());
    }
}
