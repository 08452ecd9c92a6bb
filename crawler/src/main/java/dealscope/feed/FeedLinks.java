package dealscope.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a feed document says about itself and its neighbours, all addresses absolute.
 *
 * @param self where it says that it lives
 * @param hubs that tell of its news (<a href="https://www.w3.org/TR/websub/">WebSub</a>)
 * @param previous the document with the entries before these: {@code prev-archive}, else {@code next} (RFC 5005)
 * @param complete whether it says that it holds every entry there is ({@code fh:complete})
 */
public record FeedLinks(
        @Nullable String self, List<String> hubs, @Nullable String previous, boolean complete) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final FeedLinks NONE = new FeedLinks(null, List.of(), null, false);
    private static final String IANA = "http://www.iana.org/assignments/relation/";

    public FeedLinks {
        hubs = List.copyOf(hubs);
    }

    /** Reads them; a document that is no feed has none. Never throws. */
    public static FeedLinks of(byte[] body, @Nullable String contentType, String url) {
        try {
            String text = ByteDecoder.decode(body, contentType, new ArrayList<>());
            return text.stripLeading().startsWith("{") ? json(text, url) : xml(text, url);
        } catch (NotAFeed | JsonProcessingException | RuntimeException | StackOverflowError e) {
            return NONE;
        }
    }

    private static FeedLinks xml(String text, String url) throws NotAFeed {
        FeedElement root = FeedTree.root(XmlMender.mend(text, new ArrayList<>()), url);
        List<FeedElement> places = new ArrayList<>(List.of(root));
        places.addAll(root.all("channel"));
        List<FeedElement> links = new ArrayList<>();
        boolean complete = false;
        for (FeedElement place : places) {
            links.addAll(place.all("link", "atom:link", "atom10:link"));
            complete |= place.first("fh:complete", "complete") != null;
        }
        String archive = first(links, "prev-archive");
        return new FeedLinks(
                first(links, "self"), all(links, "hub"), archive != null ? archive : first(links, "next"), complete);
    }

    private static FeedLinks json(String text, String url) throws JsonProcessingException {
        JsonNode feed = JSON.readTree(text);
        List<String> hubs = new ArrayList<>();
        for (JsonNode hub : feed.path("hubs")) {
            String address = Links.resolve(hub.path("url").asText(""), url);
            if (address != null && hub.path("type").asText("").equalsIgnoreCase("websub")) {
                hubs.add(address);
            }
        }
        return new FeedLinks(
                Links.resolve(feed.path("feed_url").asText(""), url),
                hubs,
                Links.resolve(feed.path("next_url").asText(""), url),
                false);
    }

    private static @Nullable String first(List<FeedElement> links, String rel) {
        List<String> all = all(links, rel);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<String> all(List<FeedElement> links, String wanted) {
        List<String> found = new ArrayList<>();
        for (FeedElement link : links) {
            String rels = link.attribute("rel");
            String address = Links.resolve(link.attribute("href"), link.base());
            if (rels == null || address == null) {
                continue;
            }
            for (String rel : rels.toLowerCase(Locale.ROOT).split("\\s++")) {
                if (rel.equals(wanted) || rel.equals(IANA + wanted)) {
                    found.add(address);
                }
            }
        }
        return found;
    }
}
