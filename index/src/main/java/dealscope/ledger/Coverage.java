package dealscope.ledger;

import dealscope.deal.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as the ledger sees it: where it comes from and what it reports.
 *
 * @param story id of the article that the text comes from, its own when it is no copy; see {@code dealscope.story}
 * @param length words of the text, 0 when it is too short to be compared with others
 */
public record Coverage(
        String articleId,
        String publisher,
        String title,
        String url,
        @Nullable Instant published,
        Instant seen,
        String story,
        int length,
        boolean sample,
        List<Report> reports) {
    public Coverage {
        reports = List.copyOf(reports);
    }
}
