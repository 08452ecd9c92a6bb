package dealscope.web.api;

import dealscope.web.data.Csv;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Feeds as CSV, one a line under a line of names. */
public final class FeedCsv {
    private FeedCsv() {}

    public static void write(Writer out, List<FeedJson> feeds) throws IOException {
        write(new Csv(out), feeds);
        out.flush();
    }

    static void write(Csv csv, List<FeedJson> feeds) throws IOException {
        csv.row(FeedJson.COLUMNS);
        for (FeedJson feed : feeds) {
            csv.row(feed.cells());
        }
    }
}
