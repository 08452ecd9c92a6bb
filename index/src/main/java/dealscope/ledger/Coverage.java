package dealscope.ledger;

import dealscope.deal.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as the ledger sees it: where it comes from and what it reports.
 *
 * @param fingerprint {@link Fingerprint} of the text, to tell copies from independent reports
 */
public record Coverage(
        String articleId,
        String publisher,
        String title,
        String url,
        @Nullable Instant published,
        Instant seen,
        long fingerprint,
        boolean sample,
        List<Report> reports) {
    public Coverage {
        reports = List.copyOf(reports);
    }
}
