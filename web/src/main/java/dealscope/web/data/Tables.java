package dealscope.web.data;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.SourceArticle;
import dealscope.deal.Term;
import dealscope.ledger.Plausibility;
import dealscope.ledger.Tally;
import dealscope.store.Store.CompanySummary;
import dealscope.store.Store.StoredArticle;
import dealscope.story.StoryPlace;
import dealscope.web.view.Amounts;
import dealscope.web.view.Links;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The four tables that are given out: deals, claims, articles, companies. */
public final class Tables {
    public static final Table<Deal> DEALS = Table.of("deals", deals(), DealJson::of);
    public static final Table<ClaimRow> CLAIMS = Table.of("claims", claims());
    public static final Table<ArticleRow> ARTICLES = Table.of("articles", articles());
    public static final Table<CompanySummary> COMPANIES = Table.of("companies", companies());

    private Tables() {}

    /** @param source the article that makes the claim; null when it is no source of the deal any more */
    public record ClaimRow(
            String dealId, Claim claim, @Nullable SourceArticle source) {
        /** The claims of a deal, the oldest first. */
        public static List<ClaimRow> of(Deal deal) {
            Map<String, SourceArticle> sources = new HashMap<>();
            deal.sources().forEach(source -> sources.put(source.articleId(), source));
            List<ClaimRow> rows = new ArrayList<>(deal.claims().size());
            deal.claims().forEach(claim -> rows.add(new ClaimRow(deal.id(), claim, sources.get(claim.articleId()))));
            return rows;
        }

        String id() {
            return claim.articleId() + ":" + claim.field().label() + ":" + (claim.inTitle() ? "t" : "") + claim.start()
                    + "-" + claim.end();
        }

        @Nullable
        Object money(Function<Money, @Nullable Object> part) {
            return claim.money() == null ? null : part.apply(claim.money());
        }

        @Nullable
        Object source(Function<SourceArticle, @Nullable Object> part) {
            return source == null ? null : part.apply(source);
        }
    }

    /** @param place among the articles of one text */
    public record ArticleRow(StoredArticle stored, StoryPlace place) {
        Article article() {
            return stored.article();
        }

        List<String> companies() {
            Analysis analysis = stored.analysis();
            return analysis == null ? List.of() : ids(analysis.companies());
        }
    }

    private static Map<String, Function<Deal, @Nullable Object>> deals() {
        Map<String, Function<Deal, @Nullable Object>> columns = new HashMap<>();
        columns.put("id", Deal::id);
        columns.put("type", deal -> deal.type().label());
        columns.put("payer", deal -> names(deal.payer()));
        columns.put("payer_ids", deal -> ids(deal.payer()));
        columns.put("payee", deal -> names(deal.payee()));
        columns.put("payee_ids", deal -> ids(deal.payee()));
        columns.put("status", deal -> deal.status().label());
        columns.put("value_usd", value(Money::usd));
        columns.put("value_currency", value(Money::currency));
        columns.put("value_min", value(Money::min));
        columns.put("value_max", value(Money::max));
        columns.put("value_qualifier", value(money -> money.qualifier().label()));
        columns.put("value_per", value(Money::per));
        columns.put("value_text", value(Money::text));
        columns.put("power_mw", Deal::powerMw);
        columns.put(
                "hardware",
                deal -> deal.hardware().stream().map(Amounts::hardware).toList());
        columns.put("term_start", term(Term::start));
        columns.put("term_end", term(Term::end));
        columns.put("term_years", term(Term::years));
        columns.put("site", Deal::site);
        columns.put("equity_stake_pct", Deal::equityStakePct);
        columns.put("announced", Deal::announced);
        columns.put("reported", Deal::reported);
        columns.put("first_seen", Deal::firstSeen);
        columns.put("last_changed", Deal::lastChanged);
        columns.put("independent", Deal::independent);
        columns.put("copies", Deal::copies);
        columns.put(
                "conflicts", deal -> deal.conflicts().stream().map(Field::label).toList());
        columns.put("confidence", deal -> deal.confidence().score());
        columns.put("background", Deal::background);
        columns.put("part_of", Deal::partOf);
        columns.put("supersedes", Deal::supersedes);
        columns.put("possible_duplicate_of", Deal::possibleDuplicateOf);
        columns.put("exclude_from_totals", Deal::excludeFromTotals);
        columns.put("sample", Deal::sample);
        columns.put("tally", deal -> Tally.of(deal).reason().label());
        columns.put("flag", Plausibility::flag);
        columns.put(
                "sources",
                deal -> deal.sources().stream().map(SourceArticle::url).toList());
        columns.put("url", deal -> Links.deal(deal.id()));
        return columns;
    }

    private static Function<Deal, @Nullable Object> value(Function<Money, @Nullable Object> part) {
        return deal -> deal.value() == null ? null : part.apply(deal.value());
    }

    private static Function<Deal, @Nullable Object> term(Function<Term, @Nullable Object> part) {
        return deal -> deal.term() == null ? null : part.apply(deal.term());
    }

    private static Map<String, Function<ClaimRow, @Nullable Object>> claims() {
        Map<String, Function<ClaimRow, @Nullable Object>> columns = new HashMap<>();
        columns.put("id", ClaimRow::id);
        columns.put("deal_id", ClaimRow::dealId);
        columns.put("field", row -> row.claim().field().label());
        columns.put("value", row -> row.claim().value());
        columns.put("usd", row -> row.money(Money::usd));
        columns.put("currency", row -> row.money(Money::currency));
        columns.put("min", row -> row.money(Money::min));
        columns.put("max", row -> row.money(Money::max));
        columns.put("qualifier", row -> row.money(money -> money.qualifier().label()));
        columns.put("per", row -> row.money(Money::per));
        columns.put("money_text", row -> row.money(Money::text));
        columns.put("cited", row -> row.claim().cited().label());
        columns.put("cited_name", row -> row.claim().citedName());
        columns.put("article_id", row -> row.claim().articleId());
        columns.put("publisher", row -> row.source(SourceArticle::publisher));
        columns.put("article_url", row -> row.source(SourceArticle::url));
        columns.put("copy_of", row -> row.source(SourceArticle::copyOf));
        columns.put("sentence", row -> row.claim().sentence());
        columns.put("start", row -> row.claim().start());
        columns.put("end", row -> row.claim().end());
        columns.put("in_title", row -> row.claim().inTitle());
        columns.put("published", row -> row.claim().published());
        columns.put("seen", row -> row.claim().seen());
        return columns;
    }

    private static Map<String, Function<ArticleRow, @Nullable Object>> articles() {
        Map<String, Function<ArticleRow, @Nullable Object>> columns = new HashMap<>();
        columns.put("id", row -> row.article().id());
        columns.put("url", row -> row.article().url());
        columns.put("canonical", row -> row.article().canonical());
        columns.put("title", row -> row.article().title());
        columns.put("text", row -> row.article().text());
        columns.put("author", row -> row.article().author());
        columns.put("published", row -> row.article().published());
        columns.put("updated", row -> row.article().updated());
        columns.put("fetched", row -> row.article().fetched());
        columns.put("language", row -> row.article().language());
        columns.put("publisher", row -> row.article().publisher());
        columns.put("feed_id", row -> row.article().feedId());
        columns.put("completeness", row -> row.article().completeness().label());
        columns.put("reason", row -> row.article().reason());
        columns.put("sample", row -> row.article().sample());
        columns.put("origin", row -> row.place().origin());
        columns.put("credit", row -> row.place().credit());
        columns.put("companies", ArticleRow::companies);
        columns.put("deals", row -> row.stored().dealIds());
        columns.put("page", row -> Links.article(row.article().id()));
        return columns;
    }

    private static Map<String, Function<CompanySummary, @Nullable Object>> companies() {
        Map<String, Function<CompanySummary, @Nullable Object>> columns = new HashMap<>();
        columns.put("id", CompanySummary::id);
        columns.put("name", CompanySummary::name);
        columns.put("deals", CompanySummary::deals);
        columns.put("as_payer", CompanySummary::asPayer);
        columns.put("as_payee", CompanySummary::asPayee);
        columns.put("usd_in", CompanySummary::usdIn);
        columns.put("usd_out", CompanySummary::usdOut);
        columns.put("url", company -> Links.company(company.id()));
        return columns;
    }

    private static List<String> names(List<Company> companies) {
        return companies.stream().map(Company::name).toList();
    }

    private static List<String> ids(List<Company> companies) {
        return companies.stream().map(Company::id).toList();
    }
}
