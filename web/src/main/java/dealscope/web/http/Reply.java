package dealscope.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Sends an answer: compressed when the client can read it, with a strong entity tag and 304 when the client has it
 * already. The two encodings of one answer have different tags, as RFC 9110 (8.8.3) asks of strong ones.
 */
public final class Reply {
    public static final String HTML = "text/html; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";
    public static final String PROBLEM = "application/problem+json; charset=utf-8";
    private static final String REVALIDATE = "private, no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int WORTH_COMPRESSING = 860;

    private Reply() {}

    public static void text(Context ctx, int status, String contentType, String body) {
        send(ctx, status, contentType, body.getBytes(StandardCharsets.UTF_8), REVALIDATE);
    }

    /** Sends a file whose address changes whenever its content does. */
    public static void file(Context ctx, String contentType, byte[] body) {
        send(ctx, 200, contentType, body, FOR_EVER);
    }

    private static void send(Context ctx, int status, String contentType, byte[] body, String caching) {
        boolean compress = body.length >= WORTH_COMPRESSING && acceptsGzip(ctx);
        ctx.status(status).contentType(contentType).header("Cache-Control", status == 200 ? caching : "no-store");
        if (status == 200 && isRead(ctx)) {
            String tag = "\"" + hash(body) + (compress ? "-gzip" : "") + "\"";
            ctx.header("ETag", tag);
            if (matches(ctx.header("If-None-Match"), tag)) {
                ctx.status(304).result(new byte[0]);
                return;
            }
        }
        if (compress) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.result(compress ? gzip(body) : body);
    }

    /** Sends what {@code body} writes, as it is written; nothing is held in memory. */
    public static void stream(Context ctx, String contentType, String fileName, Body body) {
        ctx.contentType(contentType)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        if (ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        boolean compress = acceptsGzip(ctx);
        if (compress) {
            ctx.header("Content-Encoding", "gzip");
        }
        try {
            OutputStream raw = ctx.res().getOutputStream();
            try (OutputStream out = compress ? new GZIPOutputStream(raw, 8192) : raw) {
                body.writeTo(out);
            }
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

    static boolean acceptsGzip(Context ctx) {
        String header = ctx.header("Accept-Encoding");
        if (header == null || header.length() > 1000) {
            return false;
        }
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                .map(part -> part.replace(" ", ""))
                .anyMatch(part -> (part.equals("gzip") || part.startsWith("gzip;") || part.equals("*"))
                        && !part.matches(".*;q=0(?:\\.0{0,3})?"));
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::trim)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
