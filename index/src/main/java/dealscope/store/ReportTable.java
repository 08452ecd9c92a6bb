package dealscope.store;

import dealscope.deal.Report;
import dealscope.ledger.Coverage;
import dealscope.ledger.Family;
import dealscope.ledger.ReportId;
import dealscope.ledger.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reports as found in articles, and the ties by which their neighbours are found. */
final class ReportTable {
    private final Handle handle;

    ReportTable(Handle handle) {
        this.handle = handle;
    }

    /** Puts these reports in the place of those that the article had. */
    void replace(String articleId, List<Report> reports, Function<Report, Set<Tie>> ties) {
        handle.createUpdate("delete from report where article_id = :id")
                .bind("id", articleId)
                .execute();
        for (Report report : reports) {
            handle.createUpdate("insert into report (article_id, ordinal, body) values (:id, :ordinal, :body)")
                    .bind("id", articleId)
                    .bind("ordinal", report.ordinal())
                    .bind("body", Json.write(report))
                    .execute();
            tie(new ReportId(articleId, report.ordinal()), ties.apply(report));
        }
    }

    private void tie(ReportId report, Set<Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into report_root (root, family, article_id, ordinal) values (:root, :family, :id, :ordinal)""");
        for (Tie tie : ties) {
            batch.bind("root", tie.root())
                    .bind("family", tie.family().label())
                    .bind("id", report.articleId())
                    .bind("ordinal", report.ordinal())
                    .add();
        }
        batch.execute();
    }

    /** Ties all reports anew, for when companies have got other parents. */
    void retie(Function<Report, Set<Tie>> ties) {
        handle.execute("delete from report_root");
        for (Told told : all()) {
            for (Report report : told.coverage().reports()) {
                tie(told.id(), ties.apply(report));
            }
        }
    }

    /** The same for the reports of these articles, for when companies have got other names. */
    void retie(Collection<String> articleIds, Function<Report, Set<Tie>> ties) {
        for (String id : articleIds) {
            handle.createUpdate("delete from report_root where article_id = :id")
                    .bind("id", id)
                    .execute();
            ofArticle(id).forEach(report -> tie(new ReportId(id, report.ordinal()), ties.apply(report)));
        }
    }

    /** The article's reports as it gives them, in order. */
    List<Report> ofArticle(String articleId) {
        return handle.createQuery("select body from report where article_id = :id order by ordinal")
                .bind("id", articleId)
                .map((row, context) -> Json.read(row.getString("body"), Report.class))
                .list();
    }

    /** Articles with a report of this company, or of one of its house. */
    Set<String> articlesOf(String root) {
        return new TreeSet<>(handle.createQuery("select distinct article_id from report_root where root = :root")
                .bind("root", root)
                .mapTo(String.class)
                .list());
    }

    /** The reports that a deal is made of, with their articles, the oldest first. */
    List<Told> ofDeal(String dealId) {
        return handle.createQuery(TOLD + """

                         join deal_report d on d.article_id = r.article_id and d.ordinal = r.ordinal
                        where d.deal_id = :id
                        order by coalesce(a.published, a.first_seen), a.id, r.ordinal""")
                .bind("id", dealId)
                .map((row, context) -> read(row))
                .list();
    }

    List<Tie> tiesOf(String articleId) {
        return handle.createQuery("select distinct root, family from report_root where article_id = :id")
                .bind("id", articleId)
                .map((row, context) -> new Tie(
                        row.getString("root"),
                        Family.valueOf(row.getString("family").toUpperCase(Locale.ROOT))))
                .list();
    }

    /** One report with its article. */
    record Told(ReportId id, Coverage coverage) {
        Report report() {
            return coverage.reports().getFirst();
        }
    }

    private static final String TOLD = """
            select r.ordinal, r.body, a.id, a.publisher, a.title, a.url, a.published, a.first_seen, a.story,
              a.story_length, a.sample
            from report r join article a on a.id = r.article_id""";

    List<Told> tied(Tie tie) {
        return handle.createQuery(TOLD + """

                         join report_root k on k.article_id = r.article_id and k.ordinal = r.ordinal
                        where k.root = :root and k.family = :family""")
                .bind("root", tie.root())
                .bind("family", tie.family().label())
                .map((row, context) -> read(row))
                .list();
    }

    List<Told> all() {
        return handle.createQuery(TOLD).map((row, context) -> read(row)).list();
    }

    private static String story(ResultSet row) throws SQLException {
        String story = row.getString("story");
        return story == null ? row.getString("id") : story;
    }

    private static Told read(ResultSet row) throws SQLException {
        Coverage coverage = new Coverage(
                row.getString("id"),
                row.getString("publisher"),
                row.getString("title"),
                row.getString("url"),
                Column.instant(row, "published"),
                Column.requiredInstant(row, "first_seen"),
                story(row),
                row.getInt("story_length"),
                Column.flag(row, "sample"),
                List.of(Json.read(row.getString("body"), Report.class)));
        return new Told(new ReportId(coverage.articleId(), row.getInt("ordinal")), coverage);
    }
}
