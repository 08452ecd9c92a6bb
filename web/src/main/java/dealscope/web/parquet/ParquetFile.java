package dealscope.web.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that is being written, row after row. It holds one row group in memory: at most {@value #ROWS} rows and
 * about {@value #BYTES} bytes; of the groups before it only their places. The file is whole once {@link #finish} was
 * called; the stream stays open. For one thread.
 *
 * <pre>{@code
 * ParquetFile file = new ParquetFile(out, List.of(new Column("id", ParquetType.TEXT)), Map.of("licence", "CC0-1.0"));
 * file.row(List.of("a"));
 * file.finish();
 * }</pre>
 */
public final class ParquetFile {
    static final int ROWS = 5_000;
    static final int BYTES = 8_000_000;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int REQUIRED = 0;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;
    private static final int CONVERTED_LIST = 3;

    private final OutputStream out;
    private final List<Column> columns;
    private final Map<String, String> properties;
    private final List<Group> groups = new ArrayList<>();
    private List<ColumnPage> pages;
    private int rows;
    private long written;
    private long total;

    /** A column; every value of it may be missing. */
    public record Column(String name, ParquetType type) {}

    private record Chunk(long at, int values, long plain, long packed) {}

    private record Group(int rows, List<Chunk> chunks) {}

    /** @param properties for people and programs, kept in the file's footer */
    public ParquetFile(OutputStream out, List<Column> columns, Map<String, String> properties) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.properties = Map.copyOf(properties);
        this.pages = emptyPages();
        write(MAGIC);
    }

    private List<ColumnPage> emptyPages() {
        return columns.stream().map(column -> new ColumnPage(column.type())).toList();
    }

    /** @param cells one for each column, of its type, or null */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).add(cells.get(i));
        }
        rows++;
        if (rows >= ROWS || pages.stream().mapToLong(ColumnPage::size).sum() >= BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ColumnPage page : pages) {
            long at = written;
            byte[] content = page.content();
            byte[] packed = ColumnPage.gzip(content);
            byte[] header = header(page.count(), content.length, packed.length);
            write(header);
            write(packed);
            chunks.add(new Chunk(
                    at, page.count(), (long) header.length + content.length, (long) header.length + packed.length));
        }
        groups.add(new Group(rows, chunks));
        total += rows;
        rows = 0;
        pages = emptyPages();
    }

    private static byte[] header(int values, int plain, int packed) {
        return new CompactWriter()
                .begin()
                .number(1, 0)
                .number(2, plain)
                .number(3, packed)
                .begin(5)
                .number(1, values)
                .number(2, PLAIN)
                .number(3, RLE)
                .number(4, RLE)
                .end()
                .end()
                .toBytes();
    }

    /** Writes the footer, and with it the whole file. */
    public void finish() throws IOException {
        if (rows > 0) {
            endGroup();
        }
        byte[] footer = footer();
        write(footer);
        byte[] length = new byte[4];
        for (int i = 0; i < 4; i++) {
            length[i] = (byte) (footer.length >> 8 * i);
        }
        write(length);
        write(MAGIC);
        out.flush();
    }

    private byte[] footer() {
        CompactWriter footer = new CompactWriter().begin().number(1, 1);
        schema(footer);
        footer.number(3, total).structures(4, groups.size());
        groups.forEach(group -> group(footer, group));
        footer.structures(5, properties.size());
        properties.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> footer.begin()
                .text(1, each.getKey())
                .text(2, each.getValue())
                .end());
        return footer.text(6, "Dealscope").end().toBytes();
    }

    private void schema(CompactWriter footer) {
        int elements = 1
                + columns.stream()
                        .mapToInt(each -> each.type().isList() ? 3 : 1)
                        .sum();
        footer.structures(2, elements);
        footer.begin().text(4, "row").number(5, columns.size()).end();
        for (Column column : columns) {
            if (column.type().isList()) {
                footer.begin()
                        .number(3, REQUIRED)
                        .text(4, column.name())
                        .number(5, 1)
                        .number(6, CONVERTED_LIST)
                        .end();
                footer.begin().number(3, REPEATED).text(4, "list").number(5, 1).end();
                leaf(footer, column.type(), REQUIRED, "element");
            } else {
                leaf(footer, column.type(), OPTIONAL, column.name());
            }
        }
    }

    private static void leaf(CompactWriter footer, ParquetType type, int repetition, String name) {
        footer.begin().number(1, type.physical()).number(3, repetition).text(4, name);
        if (type.converted() >= 0) {
            footer.number(6, type.converted());
        }
        footer.end();
    }

    private void group(CompactWriter footer, Group group) {
        footer.begin().structures(1, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            chunk(footer, columns.get(i), group.chunks().get(i));
        }
        footer.number(2, group.chunks().stream().mapToLong(Chunk::plain).sum())
                .number(3, (long) group.rows())
                .end();
    }

    private static void chunk(CompactWriter footer, Column column, Chunk chunk) {
        footer.begin()
                .number(2, chunk.at())
                .begin(3)
                .number(1, column.type().physical())
                .numbers(2, PLAIN, RLE);
        if (column.type().isList()) {
            footer.texts(3, column.name(), "list", "element");
        } else {
            footer.texts(3, column.name());
        }
        footer.number(4, GZIP)
                .number(5, (long) chunk.values())
                .number(6, chunk.plain())
                .number(7, chunk.packed())
                .number(9, chunk.at())
                .end()
                .end();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
