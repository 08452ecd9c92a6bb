package dealscope.crawler;

import dealscope.article.Entry;
import dealscope.article.UrlKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identities that we make, stable for ever because they are taken from what they name. */
public final class Ids {
    private static final int ID_LENGTH = 16;

    private Ids() {}

    /** The id of the article behind an entry: of its page, or of the entry within its feed when it has no page. */
    static String article(String feedId, Entry entry) {
        return entry.link() == null ? shortHash(feedId + "\n" + guid(entry)) : shortHash(UrlKey.of(entry.link()));
    }

    /** What the publisher calls the entry, else its link, else a hash of title and date. */
    static String guid(Entry entry) {
        if (entry.id() != null && !entry.id().isBlank()) {
            return entry.id();
        }
        return entry.link() != null ? entry.link() : shortHash(entry.title() + "\n" + entry.published());
    }

    /** The id of a feed that is added now with this address. */
    public static String feed(String url) {
        return shortHash(UrlKey.of(url));
    }

    static String shortHash(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
