package dealscope.web.api;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Feeds as CSV, one a line under a line of names. */
public final class FeedCsv {
    private FeedCsv() {}

    public static void write(Writer out, List<FeedJson> feeds) throws IOException {
        Csv csv = new Csv(out);
        csv.row(FeedJson.COLUMNS);
        for (FeedJson feed : feeds) {
            csv.row(feed.cells());
        }
        out.flush();
    }
}
