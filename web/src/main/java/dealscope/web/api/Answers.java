package dealscope.web.api;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Mention;
import dealscope.deal.Report;
import dealscope.index.DealIndex.Suggestion;
import dealscope.index.SearchResult;
import dealscope.index.SearchResult.Facet;
import dealscope.ledger.ClaimChange;
import dealscope.store.Revision;
import dealscope.store.Store;
import dealscope.store.Store.CompanySummary;
import dealscope.store.Store.StoredArticle;
import dealscope.story.StoryPlace;
import dealscope.web.data.Csv;
import dealscope.web.data.DealJson;
import dealscope.web.data.Terms;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the API's answers, as {@code openapi.json} describes them. */
public final class Answers {
    private Answers() {}

    /**
     * @param total null for a former day: it is not known without working out every deal
     * @param next cursor of the next page, null on the last
     */
    record Deals(
            @Nullable Long total,
            List<DealJson> deals,
            @Nullable String next,
            boolean partial,
            Terms meta) {}

    /**
     * @param total null for deals of a former day
     * @param partial whether the search took too long and was ended
     * @param didYouMean the query as it was probably meant, when nothing was found
     */
    record Search(
            String kind,
            @Nullable Long total,
            List<Hit> hits,
            @Nullable String next,
            Map<String, List<Facet>> facets,
            boolean partial,
            @Nullable String didYouMean,
            Terms meta) {}

    /**
     * @param story {@code story:…} finds all hits of one story
     * @param others further hits of this story, when stories were asked for
     * @param snippet plain text around the matching words
     * @param matches their places in it, each [start, end)
     */
    record Hit(
            String id,
            String title,
            String url,
            float score,
            @Nullable String snippet,
            List<List<Integer>> matches,
            String story,
            long others) {
        static Hit of(Deal deal) {
            return new Hit(deal.id(), Labels.parties(deal), Links.deal(deal.id()), 0, null, List.of(), deal.id(), 0);
        }

        static Hit of(SearchResult.Hit hit, String title, String url) {
            StringBuilder plain = new StringBuilder();
            List<List<Integer>> matches = new ArrayList<>();
            int open = -1;
            String marked = hit.snippet() == null ? "" : hit.snippet();
            for (int i = 0; i < marked.length(); i++) {
                char c = marked.charAt(i);
                if (c == '\uE000') {
                    open = plain.length();
                } else if (c == '\uE001' && open >= 0) {
                    matches.add(List.of(open, plain.length()));
                    open = -1;
                } else if (c != '\uE001') {
                    plain.append(c);
                }
            }
            return new Hit(
                    hit.id(),
                    title,
                    url,
                    Float.isFinite(hit.score()) ? hit.score() : 0,
                    hit.snippet() == null ? null : plain.toString(),
                    matches,
                    hit.story(),
                    hit.others());
        }
    }

    record FacetCounts(long total, Map<String, List<Facet>> facets) {}

    record Suggestions(List<Suggestion> suggestions) {}

    record Companies(int total, List<CompanyJson> companies, Terms meta) {}

    public record CompanyJson(
            String id, String name, int deals, int asPayer, int asPayee, double usdIn, double usdOut, String url) {
        public static CompanyJson of(CompanySummary company) {
            return new CompanyJson(
                    company.id(),
                    company.name(),
                    company.deals(),
                    company.asPayer(),
                    company.asPayee(),
                    company.usdIn(),
                    company.usdOut(),
                    Links.company(company.id()));
        }
    }

    record OneCompany(CompanyJson company, List<DealJson> deals, Terms meta) {}

    record OneArticle(
            Article article,
            List<String> deals,
            List<Report> reports,
            List<Mention> mentions,
            boolean truncated,
            @Nullable String analysisError,
            StoryJson story,
            List<RevisionJson> revisions,
            String url,
            Terms meta) {
        static OneArticle of(StoredArticle stored, StoryJson story, List<Revision> revisions, Terms meta) {
            Analysis analysis = stored.analysis() == null ? Analysis.EMPTY : stored.analysis();
            return new OneArticle(
                    stored.article(),
                    stored.dealIds(),
                    analysis.reports(),
                    analysis.mentions(),
                    analysis.truncated(),
                    stored.analysisError(),
                    story,
                    revisions.stream().map(RevisionJson::of).toList(),
                    Links.article(stored.article().id()),
                    meta);
        }
    }

    /**
     * Where the article stands among the articles of one text.
     *
     * @param origin id of the article that the text comes from
     * @param articles ids of all that carry it, the oldest first
     */
    record StoryJson(String origin, @Nullable String credit, List<String> articles) {
        static StoryJson of(String id, Store store) {
            StoryPlace place = store.stories(List.of(id)).getOrDefault(id, new StoryPlace(id, null));
            List<String> articles =
                    store.toldFrom(place.origin()).stream().map(Article::id).toList();
            return new StoryJson(place.origin(), place.credit(), articles.isEmpty() ? List.of(id) : articles);
        }
    }

    /** A former version, see {@link Revision}. */
    record RevisionJson(int number, Instant seen, String title, String text, List<ClaimChangeJson> changes) {
        static RevisionJson of(Revision revision) {
            return new RevisionJson(
                    revision.number(),
                    revision.seen(),
                    revision.title(),
                    revision.text(),
                    revision.changes().stream().map(ClaimChangeJson::of).toList());
        }
    }

    record ClaimChangeJson(
            Field field, List<Company> payer, List<Company> payee, List<Claim> before, List<Claim> after) {
        static ClaimChangeJson of(ClaimChange change) {
            return new ClaimChangeJson(change.field(), change.payer(), change.payee(), change.before(), change.after());
        }
    }

    record Feeds(int total, List<FeedJson> feeds) {
        void writeTo(Csv csv) throws IOException {
            FeedCsv.write(csv, feeds);
        }
    }

    record Health(String status, int deals, int articles, int unread, int pendingPages) {}
}
