package dealscope.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text of an Atom element by its {@code type} (RFC 4287, sections 3.1 and 4.1.3.3) and, in Atom 0.3, its {@code mode}:
 * plain, escaped HTML, XHTML inside, or base64.
 */
final class AtomText {
    private static final Set<String> HTML = Set.of("html", "text/html");
    private static final Set<String> PLAIN = Set.of("text", "text/plain");

    private AtomText() {}

    /** @param unsaid the type where none is given */
    static TextConstruct of(FeedElement element, String unsaid) {
        String given = element.attribute("type");
        String type = (given == null ? unsaid : given).toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        type = parameters < 0 ? type : type.substring(0, parameters).strip();
        String mode = element.attribute("mode");
        if ("base64".equalsIgnoreCase(mode) || (mode == null && isBinary(type))) {
            return base64(element, type);
        }
        if (element.hasElements()) {
            return TextConstruct.html(element.markup(), element.base());
        }
        if (PLAIN.contains(type)) {
            return TextConstruct.plain(element.ownText());
        }
        boolean html = HTML.contains(type) || type.equals("xhtml") || type.endsWith("/xhtml+xml");
        boolean escaped = "escaped".equalsIgnoreCase(mode);
        if (type.endsWith("xhtml+xml") && !escaped || type.equals("xhtml")) {
            return TextConstruct.html(element.markup(), element.base());
        }
        return html
                ? TextConstruct.html(element.ownText(), element.base())
                : TextConstruct.body(element.ownText(), element.base());
    }

    /** Atom 0.3 nests alternatives in a {@code multipart/…} element: the last in HTML, else the first; or the element. */
    static FeedElement bestOf(FeedElement element) {
        String type = element.attribute("type");
        List<FeedElement> parts = element.all("content");
        if (parts.isEmpty() || type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return element;
        }
        for (FeedElement part : parts.reversed()) {
            String partType = part.attribute("type");
            if (partType != null && partType.toLowerCase(Locale.ROOT).contains("html")) {
                return part;
            }
        }
        return parts.getFirst();
    }

    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0
                && !type.startsWith("text/")
                && !type.endsWith("+xml")
                && !type.endsWith("/xml")
                && !type.startsWith("message/")
                && !type.startsWith("multipart/");
    }

    private static TextConstruct base64(FeedElement element, String type) {
        String text = decoded(element.ownText());
        if (text == null) {
            return TextConstruct.plain("");
        }
        return PLAIN.contains(type) ? TextConstruct.plain(text) : TextConstruct.html(text, element.base());
    }

    private static @Nullable String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (IllegalArgumentException | CharacterCodingException notText) {
            return null;
        }
    }
}
