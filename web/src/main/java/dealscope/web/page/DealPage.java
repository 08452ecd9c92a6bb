package dealscope.web.page;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.SourceArticle;
import dealscope.deal.StatusChange;
import dealscope.ledger.Band;
import dealscope.ledger.ClaimChange;
import dealscope.ledger.Plausibility;
import dealscope.store.ClaimEdit;
import dealscope.story.StoryPlace;
import dealscope.web.chart.Timeline;
import dealscope.web.http.Days;
import dealscope.web.http.Params;
import dealscope.web.http.RequestProblem;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.DealCharts;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /deals/{id}}: one deal, each fact with the claims it rests on. */
public final class DealPage {
    private static final Comparator<SourceArticle> BY_DATE =
            Comparator.comparing(SourceArticle::published, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Site site;
    private final Renderer renderer;

    public DealPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param href null for what no article of ours told */
    public record Step(
            String status,
            String date,
            String isoDate,
            @Nullable String href,
            String source) {}

    /**
     * @param says what this article claims of value and status, in short
     * @param credit the outlet that the article names as origin of its text, or null
     * @param copies articles with the same text, which do not count again
     */
    public record Source(
            String href,
            @Nullable String outHref,
            String title,
            String publisher,
            String date,
            String isoDate,
            boolean main,
            @Nullable String credit,
            @Nullable String because,
            String says,
            List<Source> copies) {
        /** "1 copy of this text". */
        public String copiesInWords() {
            return Labels.plural(copies.size(), "copy");
        }
    }

    /** A change that a publisher made to a claim by editing its article. */
    public record Edit(String publisher, String date, String isoDate, String href, Version.ClaimLine claim) {}

    /** A neighbour: the programme it belongs to, the deal it replaces, its possible twin. */
    public record Related(String relation, String href, String label) {}

    /**
     * A figure worked out from the deal's fields.
     *
     * @param band between what it would be plausible, and a deal that shows it
     */
    public record Figure(String amount, String from, String band, boolean implausible) {}

    /**
     * @param day whose knowledge this is, for people; empty for today
     * @param flag why the figures cannot all be right; empty when they may
     * @param corrected id of a correction that was just made; empty when there is none
     */
    public record View(
            String day,
            String asOf,
            String today,
            String flag,
            List<Figure> derived,
            @Nullable CorrectPanel correct,
            String corrected,
            boolean hidden,
            DealLine line,
            String type,
            List<Fact> facts,
            List<Step> history,
            List<Source> coverage,
            List<Edit> edits,
            List<Related> related,
            String confidence,
            List<String> confidenceParts,
            String reported,
            String changed,
            String sources,
            String said,
            String json) {}

    public void show(Context ctx) {
        String id = Params.id(ctx, "deal");
        Deal deal = site.store()
                .deal(id)
                .orElseThrow(
                        () -> RequestProblem.notFound("There is no deal with this id. It may have been merged away."));
        if (!deal.id().equals(id)) {
            String query = ctx.queryString();
            ctx.redirect(
                    Links.deal(deal.id()) + (query == null ? "" : "?" + query),
                    io.javalin.http.HttpStatus.MOVED_PERMANENTLY);
            return;
        }
        Params params = new Params(ctx, false, Set.of(Days.AS_OF, "corrected"));
        LocalDate day = Days.asOf(params);
        String corrected = params.text("corrected").matches("c-[0-9a-f]{12}") ? params.text("corrected") : "";
        Deal shown = day == null ? deal : then(deal, day);
        renderer.page(ctx, "deal", Title.of(Labels.parties(shown), "deals"), view(shown, day, corrected));
    }

    private Deal then(Deal deal, LocalDate day) {
        return site.store()
                .ledger()
                .dealAsOf(deal.id(), day)
                .orElseThrow(() -> RequestProblem.notFound("Nobody had told of this deal by " + Dates.day(day)
                        + "; it was first reported on " + Dates.day(deal.reported()) + "."));
    }

    private static List<Figure> derived(Deal deal) {
        return Plausibility.derived(deal).stream()
                .filter(each -> each.measure() != Band.Measure.USD_TOTAL)
                .map(each -> new Figure(
                        amount(each.measure(), each.amount()) + " "
                                + each.measure().words(),
                        each.from(),
                        each.band() == null
                                ? ""
                                : amount(each.measure(), each.band().low()) + " to "
                                        + amount(each.measure(), each.band().high()),
                        each.implausible()))
                .toList();
    }

    private static String amount(Band.Measure measure, double amount) {
        return measure == Band.Measure.KW_PER_GPU
                ? BigDecimal.valueOf(amount)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : Amounts.usd(amount);
    }

    View view(Deal deal, @Nullable LocalDate day, String corrected) {
        Map<String, SourceArticle> articles = deal.sources().stream()
                .collect(Collectors.toMap(SourceArticle::articleId, source -> source, (a, b) -> a));
        String flag = Plausibility.flag(deal);
        return new View(
                day == null ? "" : Dates.day(day),
                day == null ? "" : day.toString(),
                Links.deal(deal.id()),
                flag == null ? "" : flag,
                derived(deal),
                day == null ? CorrectPanel.of(deal, site) : null,
                corrected,
                deal.hidden(),
                DealLine.of(deal),
                Labels.type(deal.type()),
                Fact.all(deal, articles, site.articleLink()),
                steps(deal, articles),
                coverage(deal),
                edits(deal, articles),
                related(deal),
                String.format(Locale.ROOT, "%.2f", deal.confidence().score()),
                deal.confidence().parts(),
                Dates.day(deal.reported()),
                Dates.day(deal.lastChanged()),
                sources(deal),
                said(deal),
                "/api" + Links.deal(deal.id()) + (day == null ? "" : "?asOf=" + day));
    }

    /** Claims and steps over time; empty when they are all of one moment. */
    private static String said(Deal deal) {
        List<DealCharts.Said> all = DealCharts.timeline(deal, claim -> Fact.value(claim, Map.of()));
        boolean drawn = all.stream().map(DealCharts.Said::at).distinct().count() > 1;
        List<Timeline.Event> events = all.stream()
                .filter(said -> !said.field().equals("Payer") && !said.field().equals("Payee"))
                .filter(said -> !said.field().equals("Type")
                        && (said.step() || !said.field().equals("Status")))
                .map(said -> new Timeline.Event(said.field(), said.at(), said.says(), said.by(), said.step()))
                .toList();
        return drawn ? new Timeline("said", "What was said when", events).svg() : "";
    }

    static String sources(Deal deal) {
        String words = Labels.plural(deal.independent(), "independent report");
        return deal.copies() == 0
                ? words
                : words + ", " + (deal.copies() == 1 ? "1 copy" : Amounts.count(deal.copies()) + " copies");
    }

    static List<Step> steps(Deal deal, Map<String, SourceArticle> articles) {
        List<Step> steps = new ArrayList<>();
        for (StatusChange change : deal.history()) {
            SourceArticle source = articles.get(change.articleId());
            steps.add(new Step(
                    change.status().label(),
                    Dates.day(change.at()),
                    Dates.iso(change.at()),
                    source == null ? null : Links.article(source.articleId()),
                    source == null ? "" : source.publisher()));
        }
        return steps;
    }

    /** The origin of each text, with its copies under it. */
    private List<Source> coverage(Deal deal) {
        List<String> ids = deal.sources().stream().map(SourceArticle::articleId).toList();
        Map<String, StoryPlace> places = site.store().stories(ids);
        Map<String, List<SourceArticle>> copies = deal.sources().stream()
                .filter(source -> source.copyOf() != null)
                .collect(Collectors.groupingBy(source -> String.valueOf(source.copyOf())));
        return deal.sources().stream()
                .filter(source -> source.copyOf() == null || !ids.contains(source.copyOf()))
                .sorted(BY_DATE)
                .map(source -> source(deal, source, places, copies))
                .toList();
    }

    private Source source(
            Deal deal, SourceArticle source, Map<String, StoryPlace> places, Map<String, List<SourceArticle>> copies) {
        StoryPlace place = places.get(source.articleId());
        return new Source(
                Links.article(source.articleId()),
                Links.out(source.url(), site.articleLink()),
                source.title(),
                source.publisher(),
                Dates.day(source.published()),
                Dates.iso(source.published()),
                source.main(),
                place == null ? null : place.credit(),
                source.because(),
                Fact.says(deal, source.articleId()),
                copies.getOrDefault(source.articleId(), List.of()).stream()
                        .sorted(BY_DATE)
                        .map(copy -> source(deal, copy, places, Map.of()))
                        .toList());
    }

    /** What editing did to the claims for this deal: changes of articles that tell it, of reports between its parties. */
    private List<Edit> edits(Deal deal, Map<String, SourceArticle> articles) {
        Set<String> parties = Stream.concat(deal.payer().stream(), deal.payee().stream())
                .map(Company::id)
                .collect(Collectors.toSet());
        List<Edit> edits = new ArrayList<>();
        for (ClaimEdit edit : site.store().claimEdits(List.copyOf(articles.keySet()))) {
            SourceArticle article = Objects.requireNonNull(articles.get(edit.articleId()));
            for (ClaimChange change : edit.changes()) {
                if (Stream.concat(change.payer().stream(), change.payee().stream())
                        .anyMatch(company -> parties.contains(company.id()))) {
                    edits.add(new Edit(
                            article.publisher(),
                            Dates.day(edit.seen()),
                            Dates.iso(edit.seen()),
                            Links.article(edit.articleId()) + "#change-" + edit.number(),
                            Version.ClaimLine.of(change)));
                }
            }
        }
        return edits;
    }

    private List<Related> related(Deal deal) {
        List<Related> related = new ArrayList<>();
        add(related, "Part of", deal.partOf());
        add(related, "Replaces", deal.supersedes());
        add(related, "May be the same as", deal.possibleDuplicateOf());
        return related;
    }

    private void add(List<Related> related, String relation, @Nullable String id) {
        if (id != null) {
            String label = site.store().deal(id).map(Labels::parties).orElse(id);
            related.add(new Related(relation, Links.deal(id), label));
        }
    }
}
