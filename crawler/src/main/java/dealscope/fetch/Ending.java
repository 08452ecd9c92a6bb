package dealscope.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a feed arrived whole. An answer that announces no length ends with its connection, and HTTP cannot tell the end
 * of the document from the end of the line; and a server may cut a document before it announces its length. So the
 * document itself must show that it is finished.
 */
final class Ending {
    private static final int TAIL = 2_000;
    private static final Pattern LAST_TAG = Pattern.compile("</(?:[\\w.-]{1,40}+:)?(?:rss|feed|rdf|channel|html)\\b");

    private Ending() {}

    static boolean isFinished(byte[] body) {
        int start = Math.max(0, body.length - TAIL);
        // Without its zeros, UTF-16 reads like ASCII here.
        String tail = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return tail.endsWith("}") || LAST_TAG.matcher(tail).find();
    }
}
