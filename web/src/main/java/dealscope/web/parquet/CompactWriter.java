package dealscope.web.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in Thrift's compact protocol
 * (<a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">specification</a>), as far
 * as Parquet's headers need it. Fields come in order of their numbers.
 */
final class CompactWriter {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    CompactWriter number(int field, int value) {
        head(field, I32);
        zigzag(value);
        return this;
    }

    CompactWriter number(int field, long value) {
        head(field, I64);
        zigzag(value);
        return this;
    }

    CompactWriter text(int field, String value) {
        head(field, BINARY);
        bytes(value);
        return this;
    }

    CompactWriter numbers(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    CompactWriter texts(int field, String... values) {
        list(field, BINARY, values.length);
        for (String value : values) {
            bytes(value);
        }
        return this;
    }

    /** A list of structures follows, each between {@link #begin()} and {@link #end}. */
    CompactWriter structures(int field, int size) {
        list(field, STRUCT, size);
        return this;
    }

    /** A structure in a field. */
    CompactWriter begin(int field) {
        head(field, STRUCT);
        return begin();
    }

    /** A structure in a list, or at the top. */
    CompactWriter begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    CompactWriter end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void head(int field, int type) {
        int step = field - last;
        if (step < 1 || step > 15) {
            throw new IllegalArgumentException("field " + field + " after " + last);
        }
        out.write(step << 4 | type);
        last = field;
    }

    private void list(int field, int type, int size) {
        head(field, LIST);
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void bytes(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        out.writeBytes(utf8);
    }

    private void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
