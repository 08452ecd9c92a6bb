package dealscope.web.page;

import dealscope.article.Article;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.ledger.ClaimChange;
import dealscope.store.Revision;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.WordDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change that the publisher made to an article: what the words became, and what that did to the claims.
 *
 * @param title pieces of the title, empty when it stayed
 * @param claims one line each, such as "Value: $2 billion, now $3 billion"
 */
public record Version(
        int number,
        String seen,
        String isoSeen,
        List<WordDiff.Piece> title,
        List<WordDiff.Paragraph> text,
        List<ClaimLine> claims) {

    /**
     * What became of the claims for one field.
     *
     * @param deal the parties, as the article tells them
     * @param before empty when the article claimed nothing before
     * @param after empty when it claims nothing any more
     */
    public record ClaimLine(String deal, String field, String before, String after) {
        static ClaimLine of(ClaimChange change) {
            Map<String, String> names = Stream.concat(change.payer().stream(), change.payee().stream())
                    .collect(Collectors.toMap(Company::id, Company::name, (a, b) -> a));
            String deal = Stream.of(change.payer(), change.payee())
                    .filter(side -> !side.isEmpty())
                    .map(side -> side.stream().map(Company::name).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining(" → "));
            return new ClaimLine(
                    deal, Labels.field(change.field()), values(change.before(), names), values(change.after(), names));
        }

        private static String values(List<Claim> claims, Map<String, String> names) {
            return claims.stream()
                    .map(claim -> Fact.value(claim, names))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }

    /** The changes of an article, the newest first. */
    static List<Version> of(Article article, List<Revision> revisions) {
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Revision former = revisions.get(i);
            boolean last = i + 1 == revisions.size();
            String title = last ? article.title() : revisions.get(i + 1).title();
            String text = last ? article.text() : revisions.get(i + 1).text();
            versions.add(new Version(
                    former.number(),
                    Dates.minute(former.seen()),
                    Dates.iso(former.seen()),
                    former.title().equals(title) ? List.of() : WordDiff.ofLine(former.title(), title),
                    WordDiff.of(former.text(), text),
                    former.changes().stream().map(ClaimLine::of).toList()));
        }
        Collections.reverse(versions);
        return versions;
    }
}
