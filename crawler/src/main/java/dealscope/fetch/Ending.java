package dealscope.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import okhttp3.Headers;

/**
 * Whether a feed arrived whole. An answer that announces no length ends with its connection, and HTTP cannot tell the end
 * of the document from the end of the line: then the document itself must show that it is finished.
 */
final class Ending {
    private static final int TAIL = 2_000;
    private static final List<String> LAST_TAGS = List.of("</rss", "</feed", "</rdf:rdf", "</channel", "</html");

    private Ending() {}

    static boolean mayBeCut(Headers headers, byte[] body) {
        boolean announced = headers.get("Content-Length") != null || headers.get("Transfer-Encoding") != null;
        return !announced && !isFinished(body);
    }

    private static boolean isFinished(byte[] body) {
        int start = Math.max(0, body.length - TAIL);
        // Without its zeros, UTF-16 reads like ASCII here.
        String tail = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return tail.endsWith("}") || LAST_TAGS.stream().anyMatch(tail::contains);
    }
}
