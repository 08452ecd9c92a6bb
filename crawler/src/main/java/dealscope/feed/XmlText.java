package dealscope.feed;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * XML of any kind as text that a lenient parser reads right, from bytes in whatever encoding and state: what {@link
 * FeedReader} does before it looks for a feed, for lists of feeds and sitemaps. A document type is taken out, its own
 * entities resolved within bounds, external ones never. Linear in the size of the body, which the caller caps; never
 * throws.
 */
public final class XmlText {
    private XmlText() {}

    /** @param contentType the header as sent, or null */
    public static String of(byte[] body, @Nullable String contentType) {
        var warnings = new ArrayList<String>();
        return XmlMender.mend(ByteDecoder.decode(body, contentType, warnings), warnings);
    }
}
