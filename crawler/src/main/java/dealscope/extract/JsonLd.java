package dealscope.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself in JSON-LD (schema.org), read leniently: raw line feeds, trailing commas, comments and
 * wrappers are forgiven, a block that still does not parse is skipped. The subject is the first article, else the first
 * other creative work; references by {@code @id} are followed one step.
 */
final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    private static final int MAX_OBJECTS = 5000;
    private static final Set<String> WORKS = Set.of(
            "webpage", "itempage", "aboutpage", "howto", "recipe", "product", "creativework", "report", "review");

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final JsonNode subject;
    private final boolean isArticle;

    private JsonLd(List<JsonNode> objects) {
        JsonNode article = null;
        JsonNode work = null;
        for (JsonNode object : objects) {
            String id = object.path("@id").asText("");
            if (!id.isEmpty() && object.size() > 1) {
                byId.putIfAbsent(id, object);
            }
            String type = type(object);
            if (article == null && isArticle(type)) {
                article = object;
            } else if (work == null && WORKS.contains(type)) {
                work = object;
            }
        }
        isArticle = article != null;
        subject = article != null ? article : work != null ? work : JSON.missingNode();
    }

    /** Reads the scripts of the type, and the meta elements that Remix writes for an entry {@code script:ld+json}. */
    static JsonLd read(Document document) {
        List<JsonNode> objects = new ArrayList<>();
        for (Element element : document.select("script[type*=ld+json], meta[name=script:ld+json]")) {
            boolean script = element.normalName().equals("script");
            JsonNode root = parse(script ? element.data() : element.attr("content"));
            if (root != null) {
                collect(root, objects);
            }
        }
        return new JsonLd(objects);
    }

    private static @Nullable JsonNode parse(String data) {
        String json = data.strip();
        int start = firstOf(json, '{', '[');
        int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
        if (start < 0 || end <= start) {
            return null;
        }
        try {
            return JSON.readTree(json.substring(start, end + 1));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static int firstOf(String text, char a, char b) {
        int first = text.indexOf(a);
        int second = text.indexOf(b);
        return first < 0 ? second : second < 0 ? first : Math.min(first, second);
    }

    private static void collect(JsonNode root, List<JsonNode> objects) {
        Deque<JsonNode> queue = new ArrayDeque<>();
        queue.add(root);
        while (!queue.isEmpty() && objects.size() < MAX_OBJECTS) {
            JsonNode node = queue.removeFirst();
            if (node.isObject()) {
                objects.add(node);
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    queue.addLast(child);
                }
            }
        }
    }

    private static String type(JsonNode object) {
        JsonNode type = object.path("@type");
        String name = type.isArray() ? type.path(0).asText("") : type.asText("");
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isArticle(String type) {
        return type.endsWith("article") || (type.endsWith("posting") && !type.equals("jobposting"));
    }

    /** Whether an article was found, not merely a page. */
    boolean isArticle() {
        return isArticle;
    }

    /** The type of the subject in lower case ("newsarticle"), empty without a subject. */
    String type() {
        return type(subject);
    }

    @Nullable
    String headline() {
        String headline = text(subject.path("headline"));
        return headline != null ? headline : text(subject.path("name"));
    }

    @Nullable
    String published() {
        String date = text(subject.path("datePublished"));
        return date != null ? date : text(subject.path("dateCreated"));
    }

    @Nullable
    String modified() {
        return text(subject.path("dateModified"));
    }

    @Nullable
    String body() {
        return text(subject.path("articleBody"));
    }

    @Nullable
    String language() {
        JsonNode language = subject.path("inLanguage");
        return text(language.isObject() ? language.path("alternateName") : language);
    }

    @Nullable
    String publisher() {
        return text(resolve(subject.path("publisher")).path("name"));
    }

    /** The address of the page that the subject is about, as written. */
    @Nullable
    String address() {
        JsonNode page = subject.path("mainEntityOfPage");
        String address = text(page.isObject() ? page.path("@id") : page);
        return address != null ? address : text(subject.path("url"));
    }

    /** The address of the first picture, as written. */
    @Nullable
    String image() {
        JsonNode image = subject.path("image");
        JsonNode first = resolve(image.isArray() ? image.path(0) : image);
        String address = text(first.isObject() ? first.path("url") : first);
        return address != null ? address : text(subject.path("thumbnailUrl"));
    }

    boolean isPaid() {
        return "false".equalsIgnoreCase(subject.path("isAccessibleForFree").asText(""));
    }

    /** Names of the authors, people before organizations. */
    List<String> authors() {
        JsonNode author = subject.has("author") ? subject.path("author") : subject.path("creator");
        List<String> names = new ArrayList<>();
        if (author.isArray()) {
            author.forEach(each -> addName(resolve(each), names));
        } else {
            addName(resolve(author), names);
        }
        return names;
    }

    private static void addName(JsonNode author, List<String> names) {
        String name = text(author.isObject() ? author.path("name") : author);
        if (name != null && !names.contains(name)) {
            names.add(name);
        }
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode known = byId.get(node.path("@id").asText(""));
        return known != null && !node.has("name") ? known : node;
    }

    private static @Nullable String text(JsonNode node) {
        JsonNode value = node.isArray() ? node.path(0) : node;
        if (!value.isTextual() || value.textValue().isBlank()) {
            return null;
        }
        return CleanText.of(Parser.unescapeEntities(value.textValue(), false)).strip();
    }
}
