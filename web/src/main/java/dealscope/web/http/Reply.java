package dealscope.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sends an answer: packed as the client likes it, with a strong entity tag and 304 when the client has it already. The
 * codings of one answer have different tags, as RFC 9110 (8.8.3) asks of strong ones; {@code If-None-Match} compares
 * weakly (13.1.2).
 */
public final class Reply {
    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";
    public static final String PROBLEM = "application/problem+json; charset=utf-8";
    private static final String REVALIDATE = "private, no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int WORTH_PACKING = 860;

    private Reply() {}

    public static void text(Context ctx, int status, String contentType, String body) {
        bytes(ctx, status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, of bytes in UTF-8. */
    public static void bytes(Context ctx, int status, String contentType, byte[] body) {
        ctx.status(status).contentType(contentType).header("Cache-Control", status == 200 ? REVALIDATE : "no-store");
        ContentCoding coding = coding(ctx, body.length);
        if (status != 200 || !isKnown(ctx, hash(body), coding)) {
            send(ctx, coding, coding.pack(body));
        }
    }

    /** Sends a file whose address changes whenever its content does. */
    public static void file(Context ctx, StaticBody body) {
        fixed(ctx, body, FOR_EVER);
    }

    /** Sends what is the same until the program is another one. */
    public static void fixed(Context ctx, StaticBody body) {
        fixed(ctx, body, REVALIDATE);
    }

    private static void fixed(Context ctx, StaticBody body, String caching) {
        ctx.status(200).contentType(body.contentType()).header("Cache-Control", caching);
        ContentCoding coding = coding(ctx, body.length());
        if (!isKnown(ctx, body.hash(), coding)) {
            send(ctx, coding, body.bytes(coding));
        }
    }

    private static ContentCoding coding(Context ctx, int length) {
        return length < WORTH_PACKING ? ContentCoding.IDENTITY : ContentCoding.of(ctx.header("Accept-Encoding"));
    }

    /** Sets the tag, and answers 304 when the client has this very body. */
    private static boolean isKnown(Context ctx, String hash, ContentCoding coding) {
        if (!isRead(ctx)) {
            return false;
        }
        String tag = '"' + hash + (coding == ContentCoding.IDENTITY ? "" : "-" + coding.label()) + '"';
        ctx.header("ETag", tag);
        boolean known = matches(ctx.header("If-None-Match"), tag);
        if (known) {
            ctx.status(304).result(new byte[0]);
        }
        return known;
    }

    private static void send(Context ctx, ContentCoding coding, byte[] packed) {
        if (coding != ContentCoding.IDENTITY) {
            ctx.header("Content-Encoding", coding.label());
        }
        ctx.result(packed);
    }

    /** Sends what {@code body} writes, as it is written; nothing is held in memory. Parquet is packed already. */
    public static void stream(Context ctx, String contentType, String fileName, Body body) {
        ctx.contentType(contentType)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        if (ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        ContentCoding coding = contentType.endsWith("parquet")
                ? ContentCoding.IDENTITY
                : ContentCoding.of(ctx.header("Accept-Encoding"));
        if (coding != ContentCoding.IDENTITY) {
            ctx.header("Content-Encoding", coding.label());
        }
        try (OutputStream out = coding.packing(ctx.res().getOutputStream())) {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the body of an answer. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static boolean isRead(Context ctx) {
        return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    }

    private static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::trim)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
