package dealscope.store;

import dealscope.deal.Report;
import dealscope.ledger.ReportId;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.Corrections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds the reports that anchors have become, among all reports of their articles. Reads each article once. */
final class AnchorPlaces implements Function<Anchor, @Nullable ReportId> {
    private final ReportTable reports;
    private final Headlines headlines;
    private final Corrections corrections;
    private final Map<String, Found> byArticle = new HashMap<>();

    /** @param articleId of the article now: a headline goes up in its article */
    private record Found(String articleId, List<Report> reports) {}

    AnchorPlaces(Handle handle, Corrections corrections) {
        this.reports = new ReportTable(handle);
        this.headlines = new Headlines(handle);
        this.corrections = corrections;
    }

    @Override
    public @Nullable ReportId apply(Anchor anchor) {
        Report report = report(anchor);
        return report == null ? null : new ReportId(found(anchor.articleId()).articleId(), report.ordinal());
    }

    @Nullable
    Report report(Anchor anchor) {
        return anchor.among(found(anchor.articleId()).reports(), corrections::companyId);
    }

    private Found found(String articleId) {
        Found found = byArticle.get(articleId);
        if (found == null) {
            found = read(articleId);
            byArticle.put(articleId, found);
        }
        return found;
    }

    private Found read(String articleId) {
        List<Report> own = reports.ofArticle(articleId);
        String leads = own.isEmpty() ? headlines.leadsTo(articleId) : null;
        return leads == null ? new Found(articleId, own) : new Found(leads, reports.ofArticle(leads));
    }
}
