package dealscope.store;

import dealscope.deal.Report;
import dealscope.ledger.Coverage;
import dealscope.ledger.ReportId;
import dealscope.ledger.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reports as found in articles, and the ties by which their neighbours are found. */
final class ReportTable {
    /** Ties, articles or reports that one statement asks for. */
    private static final int PAGE = 200;

    private final Handle handle;

    ReportTable(Handle handle) {
        this.handle = handle;
    }

    /** Puts these reports in the place of those that the article had; they are tied by {@link #tie}. */
    void replace(String articleId, List<Report> reports) {
        handle.createUpdate("delete from report where article_id = :id")
                .bind("id", articleId)
                .execute();
        for (Report report : reports) {
            handle.createUpdate("insert into report (article_id, ordinal, body) values (:id, :ordinal, :body)")
                    .bind("id", articleId)
                    .bind("ordinal", report.ordinal())
                    .bind("body", Json.write(report))
                    .execute();
        }
    }

    /** Ties these reports, which have no ties as yet. */
    void tie(Map<ReportId, Set<Tie>> ties) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into report_tie (kind, tie, article_id, ordinal) values (:kind, :tie, :id, :ordinal)");
        ties.forEach((report, own) -> own.forEach(tie -> batch.bind("kind", label(tie.kind()))
                .bind("tie", tie.key())
                .bind("id", report.articleId())
                .bind("ordinal", report.ordinal())
                .add()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void untieAll() {
        handle.execute("delete from report_tie");
    }

    void untie(String articleId) {
        handle.createUpdate("delete from report_tie where article_id = :id")
                .bind("id", articleId)
                .execute();
    }

    Set<Tie> tiesOf(String articleId) {
        return new HashSet<>(handle.createQuery(
                        "select distinct kind, tie from report_tie where article_id = :id and kind <> 'party'")
                .bind("id", articleId)
                .map((row, context) ->
                        new Tie(Tie.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("tie")))
                .list());
    }

    /** Articles with a report of this company, or of one of its house. */
    Set<String> articlesOf(String root) {
        return new TreeSet<>(
                handle.createQuery("select distinct article_id from report_tie where kind = 'party' and tie = :root")
                        .bind("root", root)
                        .mapTo(String.class)
                        .list());
    }

    private static String label(Tie.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The reports that have one of these ties. */
    Set<ReportId> tied(Collection<Tie> ties) {
        Set<ReportId> found = new HashSet<>();
        Map<Tie.Kind, List<String>> byKind = new java.util.EnumMap<>(Tie.Kind.class);
        ties.forEach(tie ->
                byKind.computeIfAbsent(tie.kind(), kind -> new ArrayList<>()).add(tie.key()));
        byKind.forEach((kind, keys) -> pages(keys, page -> handle.createQuery(
                        "select article_id, ordinal from report_tie where kind = :kind and tie in (<ties>)")
                .bind("kind", label(kind))
                .bindList("ties", page)
                .map((row, context) -> new ReportId(row.getString("article_id"), row.getInt("ordinal")))
                .forEach(found::add)));
        return found;
    }

    /** The reports of all articles of these texts. */
    Set<ReportId> ofStories(Collection<String> origins) {
        Set<ReportId> found = new HashSet<>();
        pages(origins, page -> handle.createQuery("""
                        select r.article_id, r.ordinal from report r join article a on a.id = r.article_id
                        where a.story in (<stories>) and a.story_length > 0""")
                .bindList("stories", page)
                .map((row, context) -> new ReportId(row.getString("article_id"), row.getInt("ordinal")))
                .forEach(found::add));
        return found;
    }

    private static final String TOLD = """
            select r.ordinal, r.body, a.id, a.publisher, a.title, a.url, a.published, a.first_seen, a.story,
              a.story_length, a.sample
            from report r join article a on a.id = r.article_id""";

    /** All reports of these articles. */
    List<Told> ofArticles(Collection<String> articleIds) {
        List<Told> found = new ArrayList<>();
        pages(articleIds, page -> handle.createQuery(TOLD + " where r.article_id in (<ids>)")
                .bindList("ids", page)
                .map((row, context) -> read(row))
                .forEach(found::add));
        return found;
    }

    /** The article's reports as it gives them, in order. */
    List<Report> ofArticle(String articleId) {
        return handle.createQuery("select body from report where article_id = :id order by ordinal")
                .bind("id", articleId)
                .map((row, context) -> Json.read(row.getString("body"), Report.class))
                .list();
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

    List<Told> all() {
        return handle.createQuery(TOLD).map((row, context) -> read(row)).list();
    }

    private static void pages(Collection<String> all, Consumer<List<String>> each) {
        List<String> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += PAGE) {
            each.accept(list.subList(from, Math.min(list.size(), from + PAGE)));
        }
    }

    /** One report with its article. */
    record Told(ReportId id, Coverage coverage) {
        Report report() {
            return coverage.reports().getFirst();
        }
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
