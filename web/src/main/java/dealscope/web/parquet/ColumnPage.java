package dealscope.web.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column in the row group that is being gathered; one page. Levels say what is there: for a plain
 * column 1 for a value and 0 for none; in a list the repetition is 0 for its first element and 1 for the others.
 */
final class ColumnPage {
    private final ParquetType type;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Runs repetitions = new Runs();
    private final Runs definitions = new Runs();
    private int count;
    private int bits;
    private int bitCount;

    ColumnPage(ParquetType type) {
        this.type = type;
    }

    /** Bytes held. */
    int size() {
        return values.size();
    }

    /** Values and missing ones; in lists their elements, an empty list counting as one. */
    int count() {
        return count;
    }

    void add(@Nullable Object value) {
        if (!type.isList()) {
            level(0, value);
            return;
        }
        List<?> list = value instanceof List<?> some ? some : List.of();
        if (list.isEmpty()) {
            level(0, null);
        }
        for (int i = 0; i < list.size(); i++) {
            level(i == 0 ? 0 : 1, list.get(i));
        }
    }

    private void level(int repetition, @Nullable Object value) {
        count++;
        repetitions.add(repetition);
        definitions.add(value == null ? 0 : 1);
        if (value != null) {
            write(value);
        }
    }

    private void write(Object value) {
        switch (type) {
            case TEXT, TEXTS -> {
                byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
                little(utf8.length, 4);
                values.writeBytes(utf8);
            }
            case INTEGER -> little(((Number) value).longValue(), 8);
            case NUMBER -> little(Double.doubleToLongBits(((Number) value).doubleValue()), 8);
            case BOOLEAN -> bit((Boolean) value);
            case DATE -> little(((LocalDate) value).toEpochDay(), 4);
            case TIME -> little(((Instant) value).toEpochMilli(), 8);
        }
    }

    private void little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            values.write((int) (value >> 8 * i));
        }
    }

    private void bit(boolean value) {
        bits |= (value ? 1 : 0) << bitCount++;
        if (bitCount == 8) {
            flushBits();
        }
    }

    private void flushBits() {
        if (bitCount > 0) {
            values.write(bits);
            bits = 0;
            bitCount = 0;
        }
    }

    /** The page's content before compression; to be asked once, at the end. */
    byte[] content() {
        flushBits();
        ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + 64);
        if (type.isList()) {
            page.writeBytes(repetitions.toBytes());
        }
        page.writeBytes(definitions.toBytes());
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return packed.toByteArray();
    }

    /** Levels of 0 and 1 as runs: each is its length, doubled, and the level (the format's RLE encoding). */
    private static final class Runs {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int level;
        private int length;

        void add(int next) {
            if (length > 0 && next != level) {
                flush();
            }
            level = next;
            length++;
        }

        private void flush() {
            for (int rest = length << 1; ; rest >>>= 7) {
                if ((rest & ~0x7F) == 0) {
                    out.write(rest);
                    break;
                }
                out.write(rest & 0x7F | 0x80);
            }
            out.write(level);
            length = 0;
        }

        /** The runs after their number of bytes. */
        byte[] toBytes() {
            flush();
            byte[] runs = out.toByteArray();
            byte[] whole = new byte[runs.length + 4];
            for (int i = 0; i < 4; i++) {
                whole[i] = (byte) (runs.length >> 8 * i);
            }
            System.arraycopy(runs, 0, whole, 4, runs.length);
            return whole;
        }
    }
}
