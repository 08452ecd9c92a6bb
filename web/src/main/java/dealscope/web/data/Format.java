package dealscope.web.data;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dealscope.web.parquet.ParquetFile;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The formats of files. */
public enum Format {
    /** One JSON object a line. */
    NDJSON("application/x-ndjson; charset=utf-8"),
    /** With a heading, safe in spreadsheets, see {@link Csv}. */
    CSV(Csv.TYPE),
    /** Readable once it is whole, see {@link dealscope.web.parquet}. */
    PARQUET("application/vnd.apache.parquet");

    private static final int BUFFER = 64 * 1024;

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** The end of a file's name: {@code csv}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins a file; the stream stays open. @param properties are kept in the file where the format has a place for them */
    public <T> RowFile<T> begin(OutputStream out, Table<T> table, Map<String, String> properties) throws IOException {
        return switch (this) {
            case NDJSON -> ndjson(out, table);
            case CSV -> csv(out, table);
            case PARQUET -> parquet(out, table, properties);
        };
    }

    private static <T> RowFile<T> ndjson(OutputStream out, Table<T> table) {
        OutputStream lines = new BufferedOutputStream(out, BUFFER);
        ObjectWriter json = Json.MAPPER
                .writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
        return new RowFile<>() {
            @Override
            public void write(T row) throws IOException {
                json.writeValue(lines, table.json(row));
                lines.write('\n');
            }

            @Override
            public void flush() throws IOException {
                lines.flush();
            }
        };
    }

    private static <T> RowFile<T> csv(OutputStream out, Table<T> table) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Csv csv = new Csv(lines);
        csv.row(table.csvHeader());
        return new RowFile<>() {
            @Override
            public void write(T row) throws IOException {
                csv.row(table.csvRow(row));
            }

            @Override
            public void flush() throws IOException {
                lines.flush();
            }
        };
    }

    private static <T> RowFile<T> parquet(OutputStream out, Table<T> table, Map<String, String> properties)
            throws IOException {
        ParquetFile file = new ParquetFile(out, table.parquetColumns(), properties);
        return new RowFile<>() {
            @Override
            public void write(T row) throws IOException {
                file.row(table.row(row));
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }

            @Override
            public void finish() throws IOException {
                file.finish();
            }
        };
    }
}
