package dealscope.web.api;

import dealscope.web.data.Csv;
import dealscope.web.http.Reply;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Answers with CSV that is written as it is sent. */
final class Sheets {
    private Sheets() {}

    /** Writes the heading and the rows. */
    @FunctionalInterface
    interface Rows {
        void writeTo(Csv csv) throws IOException;
    }

    static void send(Context ctx, String fileName, Rows rows) {
        Reply.stream(ctx, Csv.TYPE, fileName, out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            rows.writeTo(new Csv(lines));
            lines.flush();
        });
    }
}
