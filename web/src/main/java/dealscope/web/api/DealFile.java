package dealscope.web.api;

import com.fasterxml.jackson.databind.ObjectWriter;
import dealscope.deal.Deal;
import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A file of deals being written, one after another, in constant memory. */
public interface DealFile extends Flushable {
    void write(Deal deal) throws IOException;

    /** One deal a line, with all its claims, as the API gives it. */
    static DealFile ndjson(OutputStream out) {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        ObjectWriter writer = Json.MAPPER.writerFor(DealJson.class);
        return new DealFile() {
            @Override
            public void write(Deal deal) throws IOException {
                lines.write(writer.writeValueAsString(DealJson.of(deal)));
                lines.write('\n');
            }

            @Override
            public void flush() throws IOException {
                lines.flush();
            }
        };
    }

    /** A table with a heading, safe in spreadsheets. */
    static DealFile csv(OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Csv csv = new Csv(lines);
        csv.row(DealCsv.HEADER);
        return new DealFile() {
            @Override
            public void write(Deal deal) throws IOException {
                csv.row(DealCsv.row(deal));
            }

            @Override
            public void flush() throws IOException {
                lines.flush();
            }
        };
    }
}
