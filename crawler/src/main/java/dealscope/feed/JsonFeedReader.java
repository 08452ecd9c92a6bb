package dealscope.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dealscope.article.Entry;
import dealscope.article.Feed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON Feed 1.x (https://www.jsonfeed.org/version/1.1/). Items are read one after the other, so that a cut or broken
 * document gives those before the break.
 */
final class JsonFeedReader {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(FeedTree.DEPTH)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final FeedDate dates;
    private final String address;
    private final List<String> warnings;
    private final List<JsonNode> items = new ArrayList<>();
    private boolean versioned;
    private boolean itemized;
    private @Nullable String title;
    private @Nullable String site;
    private @Nullable String author;

    private JsonFeedReader(String address, FeedDate dates, List<String> warnings) {
        this.address = address;
        this.dates = dates;
        this.warnings = warnings;
    }

    static Feed read(String text, String address, FeedDate dates, List<String> warnings) throws NotAFeed {
        return new JsonFeedReader(address, dates, warnings).feed(text);
    }

    private Feed feed(String text) throws NotAFeed {
        try (JsonParser json = MAPPER.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                members(json);
            }
        } catch (IOException e) {
            warnings.add("the JSON is broken: read up to the break");
        }
        if (!versioned && !(itemized && !items.isEmpty() && looksLikeItem(items.getFirst()))) {
            throw new NotAFeed("JSON, but not a JSON Feed");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isObject() && !item.isEmpty()) {
                EntryDraft draft = item(item);
                draft.author(author);
                entries.add(draft.finish());
            }
        }
        return new Feed(title, site, entries, null, warnings);
    }

    private void members(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                itemized = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    JsonNode item = json.readValueAsTree();
                    if (items.size() <= FeedReader.MOST_ENTRIES) {
                        items.add(item);
                    }
                }
                continue;
            }
            JsonNode node = json.readValueAsTree();
            switch (name) {
                case "version" -> versioned |= node.asText().contains("jsonfeed.org/version/");
                case "title" -> title = TextConstruct.plain(node.asText()).plain();
                case "home_page_url" -> site = Links.resolve(node.asText(), address);
                case "authors", "author" -> author = author == null ? authors(node) : author;
                default -> {}
            }
        }
    }

    private static boolean looksLikeItem(JsonNode item) {
        return item.has("content_html") || item.has("content_text") || item.has("date_published");
    }

    private EntryDraft item(JsonNode item) {
        EntryDraft draft = new EntryDraft(dates);
        String id = text(item, "id");
        draft.id(id);
        draft.title(construct(text(item, "title")));
        draft.link(text(item, "url"), address);
        draft.link(text(item, "external_url"), address);
        draft.absoluteLink(id);
        for (JsonNode file : item.path("attachments")) {
            draft.link(text(file, "url"), address);
        }
        draft.published(text(item, "date_published"));
        draft.updated(text(item, "date_modified"));
        draft.author(authors(item.path("authors")));
        draft.author(authors(item.path("author")));
        draft.summary(construct(text(item, "summary")));
        String html = text(item, "content_html");
        draft.content(html == null ? null : TextConstruct.html(html, address));
        draft.content(construct(text(item, "content_text")));
        return draft;
    }

    private static @Nullable TextConstruct construct(@Nullable String text) {
        return text == null ? null : TextConstruct.plain(text);
    }

    private static @Nullable String authors(JsonNode authors) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode author : authors.isArray() ? authors : List.of(authors)) {
            String name = Byline.name(author.isTextual() ? author.textValue() : text(author, "name"));
            if (name != null) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static @Nullable String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
