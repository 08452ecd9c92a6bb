package dealscope.web.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The body of an answer that is the same for the life of the process: packed once for each coding, as small as can be. */
public final class StaticBody {
    private final String contentType;
    private final byte[] bytes;
    private final Map<ContentCoding, byte[]> packed = new ConcurrentHashMap<>();
    private final String hash;

    public StaticBody(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes.clone();
        this.hash = Reply.hash(bytes);
    }

    String contentType() {
        return contentType;
    }

    int length() {
        return bytes.length;
    }

    String hash() {
        return hash;
    }

    byte[] bytes(ContentCoding coding) {
        return packed.computeIfAbsent(coding, each -> each.packTight(bytes));
    }
}
