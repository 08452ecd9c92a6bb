package dealscope.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dealscope.web.data.Json;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed, to be written as Atom (RFC 4287) or as JSON Feed (version 1.1).
 *
 * @param id never changes, whatever address it is read at
 * @param self address of the feed itself
 * @param home address of the page that shows the same
 * @param updated when the newest item changed, or the feed began
 * @param items the newest first
 */
record NewsFeed(String id, String title, String self, String home, Instant updated, List<Item> items) {
    static final String ATOM_TYPE = "application/atom+xml; charset=utf-8";
    static final String JSON_TYPE = "application/feed+json; charset=utf-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String AUTHOR = "Dealscope";

    /**
     * @param id never changes
     * @param updated when it last changed in a way that readers should see
     * @param tags type and status of a deal
     */
    record Item(
            String id,
            String url,
            String title,
            String text,
            @Nullable Instant published,
            Instant updated,
            List<String> tags) {}

    String atom() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", id);
            element(xml, "title", title);
            element(xml, "updated", updated.toString());
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", AUTHOR);
            xml.writeEndElement();
            element(xml, "generator", AUTHOR);
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", home);
            for (Item item : items) {
                entry(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML into memory cannot fail", e);
        }
    }

    private static void entry(XMLStreamWriter xml, Item item) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        element(xml, "id", item.id());
        element(xml, "title", item.title());
        element(xml, "updated", item.updated().toString());
        if (item.published() != null) {
            element(xml, "published", item.published().toString());
        }
        link(xml, "alternate", "text/html", item.url());
        for (String tag : item.tags()) {
            xml.writeEmptyElement(ATOM, "category");
            xml.writeAttribute("term", legal(tag));
        }
        element(xml, "summary", item.text());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", legal(href));
    }

    /** Without the characters that XML 1.0 cannot hold at all. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }

    String json() {
        return Json.of(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                title,
                home,
                self,
                List.of(new Author(AUTHOR)),
                items.stream()
                        .map(item -> new JsonItem(
                                item.id(),
                                item.url(),
                                item.title(),
                                item.text(),
                                item.published(),
                                item.updated(),
                                item.tags()))
                        .toList()));
    }

    /** The names are those of JSON Feed. */
    private record JsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String home,
            @JsonProperty("feed_url") String self,
            List<Author> authors,
            List<JsonItem> items) {}

    private record Author(String name) {}

    private record JsonItem(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String text,

            @JsonProperty("date_published") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant published,

            @JsonProperty("date_modified") Instant updated,
            List<String> tags) {}
}
