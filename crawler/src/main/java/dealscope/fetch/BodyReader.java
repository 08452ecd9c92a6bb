package dealscope.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes content encodings and stops at a cap on the decoded bytes: a bomb costs no more memory than a document of the
 * permitted size, and no more time, because each layer of a doubly packed one is capped.
 */
final class BodyReader {
    /** What a client of ours can undo. */
    static final String ACCEPT_ENCODING = "gzip, deflate, br";

    private static final int MAX_LAYERS = 2;
    private static final int CHUNK = 16 * 1024;

    private BodyReader() {}

    /** @param whole false when the document went on past the cap */
    record Body(byte[] bytes, boolean whole) {}

    /** @param encodings values of the Content-Encoding header, in the order they were applied */
    static Body read(InputStream wire, List<String> encodings, int cap) throws IOException {
        List<String> layers = layers(encodings);
        if (layers.size() > MAX_LAYERS) {
            throw new IOException("packed more than twice: " + layers);
        }
        InputStream in = wire;
        for (String layer : layers.reversed()) {
            in = new Capped(decoder(layer, in), cap);
        }
        var out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (InputStream document = in) {
            int read;
            while ((read = document.read(chunk, 0, CHUNK)) >= 0) {
                int room = cap - out.size();
                out.write(chunk, 0, Math.min(read, room));
                if (read > room) {
                    return new Body(out.toByteArray(), false);
                }
            }
        } catch (CapReached e) {
            return new Body(out.toByteArray(), false);
        }
        return new Body(out.toByteArray(), true);
    }

    private static List<String> layers(List<String> encodings) {
        var layers = new ArrayList<String>();
        for (String value : encodings) {
            for (String part : value.split(",")) {
                String name = part.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    layers.add(name);
                }
            }
        }
        return layers;
    }

    private static InputStream decoder(String name, InputStream in) throws IOException {
        return switch (name) {
            case "gzip", "x-gzip" -> gzip(in);
            case "deflate" -> deflate(in);
            case "br" -> new BrotliInputStream(in, CHUNK);
            default -> throw new IOException("unknown content encoding " + name);
        };
    }

    /** Some servers say gzip and send the document as it is. */
    private static InputStream gzip(InputStream in) throws IOException {
        var start = new PushbackInputStream(in, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean packed = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        return packed ? new GZIPInputStream(start, CHUNK) : start;
    }

    /** "deflate" means the zlib format (RFC 9110, section 8.4.1.2), but raw deflate data are common. */
    private static InputStream deflate(InputStream in) throws IOException {
        var start = new PushbackInputStream(in, 2);
        byte[] head = start.readNBytes(2);
        start.unread(head);
        boolean zlib =
                head.length == 2 && (head[0] & 0x0f) == 8 && (((head[0] & 0xff) << 8) + (head[1] & 0xff)) % 31 == 0;
        return new Inflating(start, new Inflater(!zlib));
    }

    /** Frees its inflater with the stream. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater, CHUNK);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    private static final class CapReached extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Capped extends FilterInputStream {
        private long left;

        Capped(InputStream in, int cap) {
            super(in);
            left = cap + 1L;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new CapReached();
            }
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
