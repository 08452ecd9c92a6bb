package dealscope.feed;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3, with the same modules as RSS where Atom itself says nothing. */
final class AtomReader {
    private static final String[] PUBLISHED = {
        "published", "issued", "dcterms:issued", "created", "dc:date", "dcterms:created", "pubdate"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified", "lastmodified"};
    private static final String[] SUMMARIES = {
        "summary", "description", "dc:description", "tagline", "itunes:summary", "media:description", "itunes:subtitle"
    };

    private AtomReader() {}

    static Feed read(FeedElement root, FeedDate dates, List<String> warnings) {
        List<FeedElement> channels = root.name().equals("feed") ? List.of() : root.below("channel", 1);
        FeedElement head = channels.isEmpty() ? root : channels.getFirst();
        String site = site(head);
        String author = Byline.names(head.all("author", "dc:creator"));
        List<FeedElement> found =
                root.name().equals("entry") ? List.of(root) : root.below("entry", FeedReader.MOST_ENTRIES + 1);
        List<Entry> entries = new ArrayList<>();
        for (FeedElement element : found) {
            if (element.isEmpty()) {
                continue;
            }
            EntryDraft draft = entry(element, dates);
            draft.author(author);
            entries.add(draft.finish());
        }
        FeedElement title = head.first("title", "dc:title");
        return new Feed(
                title == null || root.name().equals("entry")
                        ? null
                        : AtomText.of(title, "text").plain(),
                site,
                entries,
                Rhythm.of(
                        null,
                        Rhythm.text(head.first("sy:updateperiod")),
                        Rhythm.text(head.first("sy:updatefrequency"))),
                warnings);
    }

    private static @Nullable String site(FeedElement head) {
        String alternate = alternate(head.all("link"));
        FeedElement plain = head.first("link");
        return alternate != null || plain == null || plain.attribute("href") != null
                ? alternate
                : Links.resolve(plain.text(), plain.base());
    }

    private static EntryDraft entry(FeedElement entry, FeedDate dates) {
        EntryDraft draft = new EntryDraft(dates);
        FeedElement id = entry.first("id", "guid", "dc:identifier");
        draft.id(id == null ? null : id.text());
        for (FeedElement title : entry.all("title", "dc:title", "media:title")) {
            draft.title(AtomText.of(title, "text"));
        }
        for (FeedElement date : entry.all(PUBLISHED)) {
            draft.published(date.text());
        }
        for (FeedElement date : entry.all(UPDATED)) {
            draft.updated(date.text());
        }
        links(entry, draft);
        FeedElement source = entry.first("source");
        for (String name : new String[] {"author", "dc:creator", "itunes:author", "media:credit"}) {
            draft.author(Byline.names(entry.all(name)));
        }
        if (source != null) {
            draft.author(Byline.names(source.all("author")));
            FeedElement name = source.first("title");
            draft.source(name == null ? null : AtomText.of(name, "text").plain());
        }
        texts(entry, draft);
        return draft;
    }

    private static void texts(FeedElement entry, EntryDraft draft) {
        for (FeedElement content : entry.all("content", "content:encoded", "xhtml:body", "body")) {
            if (content.attribute("src") == null) {
                FeedElement best = AtomText.bestOf(content);
                draft.content(AtomText.of(best, best.name().equals("content") ? "text" : "html"));
            }
        }
        for (FeedElement summary : entry.all(SUMMARIES)) {
            draft.summary(AtomText.of(summary, "text"));
        }
        for (FeedElement group : entry.all("media:group")) {
            for (FeedElement title : group.all("media:title")) {
                draft.title(AtomText.of(title, "text"));
            }
            for (FeedElement summary : group.all("media:description")) {
                draft.summary(AtomText.of(summary, "text"));
            }
        }
    }

    private static void links(FeedElement entry, EntryDraft draft) {
        FeedElement original = entry.first("feedburner:origlink");
        draft.link(original == null ? null : original.text(), entry.base());
        List<FeedElement> links = entry.all("link");
        draft.link(alternate(links), entry.base());
        for (FeedElement link : links) {
            if (link.attribute("href") == null && link.attribute("rel") == null) {
                draft.link(link.text(), link.base());
            }
        }
        for (FeedElement content : entry.all("content")) {
            draft.link(content.attribute("src"), content.base());
        }
        FeedElement id = entry.first("id");
        draft.absoluteLink(id == null ? null : id.text());
        for (FeedElement link : links) {
            if ("enclosure".equals(rel(link)) || "via".equals(rel(link)) || "related".equals(rel(link))) {
                draft.link(link.attribute("href"), link.base());
            }
        }
    }

    /** The address of the page among Atom links: no relation means alternate; HTML is preferred to other types. */
    static @Nullable String alternate(List<FeedElement> links) {
        String any = null;
        for (FeedElement link : links) {
            if (!rel(link).equals("alternate")) {
                continue;
            }
            String address = Links.resolve(link.attribute("href"), link.base());
            String type = link.attribute("type");
            boolean page = type == null || type.toLowerCase(Locale.ROOT).contains("html");
            if (address != null && page) {
                return address;
            }
            any = any == null ? address : any;
        }
        return any;
    }

    private static String rel(FeedElement link) {
        String rel = link.attribute("rel");
        String plain = rel == null ? "alternate" : rel.toLowerCase(Locale.ROOT);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
