package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.ledger.Loops;
import dealscope.ledger.Tally;
import dealscope.web.http.Params;
import dealscope.web.page.Renderer.Title;
import dealscope.web.site.Site;
import dealscope.web.view.Amounts;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /loops}: where money goes in a circle. */
public final class LoopsPage {
    private static final int ROWS = 60;
    private static final int DEALS = 12;

    private final Site site;
    private final Renderer renderer;

    public LoopsPage(Site site, Renderer renderer) {
        this.site = site;
        this.renderer = renderer;
    }

    /** @param value short; a note says why it is in no sum */
    public record Line(String href, String parties, String type, String value, String note, String status) {}

    /** @param sum of the deals that count; empty when none does */
    public record Step(
            String from, String fromHref, String to, String toHref, String sum, List<Line> deals, int more) {}

    /** @param title "Nvidia → OpenAI → Oracle → Nvidia" */
    public record Loop(String title, String weakest, List<Step> steps) {}

    /** @param companies at most so many in a loop */
    public record View(List<Loop> loops, int total, boolean complete, int companies, String company, String json) {}

    public void show(Context ctx) {
        Params params = new Params(ctx, false, Set.of("companies", "company"));
        int most = params.integer("companies", 4, 2, Loops.MOST_COMPANIES);
        String company = params.text("company");
        Loops.Found found = site.store().ledger().loops(most);
        List<Loops.Loop> wanted = found.loops().stream()
                .filter(loop -> company.isEmpty() || loop.steps().stream().anyMatch(step -> names(step, company)))
                .toList();
        List<Loops.Loop> shown = wanted.stream().limit(ROWS).toList();
        Map<String, Deal> deals = deals(shown);
        String json = Links.with("/api/loops", Map.of("companies", Integer.toString(most)));
        View view = new View(
                shown.stream().map(loop -> loop(loop, deals)).toList(),
                wanted.size(),
                found.complete(),
                most,
                company,
                json);
        renderer.page(ctx, "loops", Title.of("Loops", "loops"), view);
    }

    private static boolean names(Loops.Step step, String company) {
        return step.from().id().equals(company) || step.from().name().equalsIgnoreCase(company);
    }

    private Map<String, Deal> deals(List<Loops.Loop> loops) {
        List<String> ids = loops.stream()
                .flatMap(loop -> loop.steps().stream())
                .flatMap(step -> step.deals().stream().limit(DEALS))
                .map(Loops.Payment::dealId)
                .distinct()
                .toList();
        return site.store().deals(ids).stream().collect(Collectors.toMap(Deal::id, deal -> deal, (a, b) -> a));
    }

    private static Loop loop(Loops.Loop loop, Map<String, Deal> deals) {
        String title = loop.steps().stream().map(step -> step.from().name()).collect(Collectors.joining(" → ")) + " → "
                + loop.steps().getFirst().from().name();
        return new Loop(
                title,
                loop.weakest().signum() == 0 ? "" : Amounts.usd(loop.weakest()),
                loop.steps().stream().map(step -> step(step, deals)).toList());
    }

    private static Step step(Loops.Step step, Map<String, Deal> deals) {
        List<Line> lines = step.deals().stream()
                .limit(DEALS)
                .filter(payment -> deals.containsKey(payment.dealId()))
                .map(payment -> line(payment, deals))
                .toList();
        return new Step(
                step.from().name(),
                Links.company(step.from().id()),
                step.to().name(),
                Links.company(step.to().id()),
                step.usd().signum() == 0 ? "" : Amounts.usd(step.usd()),
                lines,
                step.deals().size() - lines.size());
    }

    private static Line line(Loops.Payment payment, Map<String, Deal> deals) {
        Deal deal = java.util.Objects.requireNonNull(deals.get(payment.dealId()));
        return new Line(
                Links.deal(deal.id()),
                Labels.parties(deal),
                Labels.type(deal.type()),
                deal.value() == null ? "undisclosed" : Amounts.of(deal.value()),
                payment.tally() == Tally.Reason.COUNTED || payment.tally() == Tally.Reason.NO_AMOUNT
                        ? ""
                        : payment.tally().words(),
                deal.status().label());
    }
}
