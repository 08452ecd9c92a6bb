package dealscope.web.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is packed (RFC 9110, 8.4). Brotli comes from a native library; where there is none for the machine, it is
 * never chosen. Qualities are by measure: of 113 kB of our JSON gzip 6 makes 11.4 kB in 3.1 ms, gzip 4 13.1 kB in 1.3 ms,
 * brotli 4 12.4 kB in 1.0 ms; brotli 11 makes 9.1 kB, but in 196 ms, so that files that are packed once get 9.
 */
enum ContentCoding {
    IDENTITY(""),
    GZIP("gzip"),
    BROTLI("br");

    private static final boolean HAS_BROTLI = Brotli4jLoader.isAvailable();
    private static final int LONGEST_HEADER = 1000;
    private static final int QUICK = 4;
    private static final int BEST = 9;
    private static final int BUFFER = 8192;

    private final String label;

    ContentCoding(String label) {
        this.label = label;
    }

    /** The name in headers; empty when nothing is packed. */
    String label() {
        return label;
    }

    /** What {@code Accept-Encoding} likes best of what there is; of two that it likes alike the smaller. */
    static ContentCoding of(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return IDENTITY;
        }
        double any = -1;
        double gzip = -1;
        double brotli = -1;
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.split(";", 2);
            double weight = pieces.length == 1 ? 1 : weight(pieces[1]);
            switch (pieces[0].strip()) {
                case "br" -> brotli = weight;
                case "gzip", "x-gzip" -> gzip = weight;
                case "*" -> any = weight;
                default -> {
                    // a coding that we do not have
                }
            }
        }
        gzip = gzip < 0 ? any : gzip;
        brotli = brotli < 0 ? any : brotli;
        if (HAS_BROTLI && brotli > 0 && brotli >= gzip) {
            return BROTLI;
        }
        return gzip > 0 ? GZIP : IDENTITY;
    }

    /** The number of {@code q=0.8}; one that cannot be read refuses. */
    private static double weight(String parameter) {
        String text = parameter.strip();
        try {
            double weight =
                    text.startsWith("q=") ? Double.parseDouble(text.substring(2).strip()) : 0;
            return weight >= 0 && weight <= 1 ? weight : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    byte[] pack(byte[] body) {
        return pack(body, QUICK, QUICK);
    }

    /** As small as can be, for what is packed once. */
    byte[] packTight(byte[] body) {
        return pack(body, BEST, Deflater.BEST_COMPRESSION);
    }

    private byte[] pack(byte[] body, int quality, int level) {
        try {
            return switch (this) {
                case IDENTITY -> body;
                case GZIP -> gzip(body, level);
                case BROTLI -> Encoder.compress(body, new Encoder.Parameters().setQuality(quality));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] body, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (OutputStream out = new Gzip(bytes, level)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    /** Packs what is written as it goes; closing ends it. */
    OutputStream packing(OutputStream out) throws IOException {
        return switch (this) {
            case IDENTITY -> out;
            case GZIP -> new Gzip(out, QUICK);
            case BROTLI -> new BrotliOutputStream(out, new Encoder.Parameters().setQuality(QUICK), BUFFER);
        };
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
