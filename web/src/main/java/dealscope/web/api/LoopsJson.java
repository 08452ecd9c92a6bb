package dealscope.web.api;

import dealscope.deal.Company;
import dealscope.ledger.Loops;
import dealscope.web.data.Csv;
import dealscope.web.data.Terms;
import dealscope.web.view.Links;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loops of money as the API gives them.
 *
 * @param total how many there are, of which {@code loops} are the first
 * @param complete false when the search was stopped because there are too many
 */
record LoopsJson(int total, boolean complete, List<LoopJson> loops, Terms meta) {

    /** @param usdWeakest dollars of the step with the least */
    record LoopJson(List<StepJson> steps, BigDecimal usdWeakest) {}

    record StepJson(Company from, Company to, BigDecimal usd, List<DealJson> deals) {}

    /** @param tally whether its dollars count in the step's sum, and if not, why */
    record DealJson(String id, String tally, @Nullable BigDecimal usd, String url) {}

    /** @param company id of a company that all are to go through; empty for all */
    static LoopsJson of(Loops.Found found, String company, int limit, Terms meta) {
        List<Loops.Loop> wanted = found.loops().stream()
                .filter(loop -> company.isEmpty()
                        || loop.steps().stream()
                                .anyMatch(step -> step.from().id().equals(company)))
                .toList();
        return new LoopsJson(
                wanted.size(),
                found.complete(),
                wanted.stream().limit(limit).map(LoopsJson::of).toList(),
                meta);
    }

    private static LoopJson of(Loops.Loop loop) {
        return new LoopJson(loop.steps().stream().map(LoopsJson::of).toList(), loop.weakest());
    }

    private static StepJson of(Loops.Step step) {
        return new StepJson(
                step.from(),
                step.to(),
                step.usd(),
                step.deals().stream()
                        .map(deal -> new DealJson(
                                deal.dealId(), deal.tally().label(), deal.usd(), Links.deal(deal.dealId())))
                        .toList());
    }

    /** A line for each deal of each step. */
    void writeTo(Csv csv) throws IOException {
        csv.row(List.of("loop", "step", "from", "from_name", "to", "to_name", "step_usd", "deal_id", "tally", "usd"));
        int number = 0;
        for (LoopJson loop : loops) {
            number++;
            int place = 0;
            for (StepJson step : loop.steps()) {
                place++;
                for (DealJson deal : step.deals()) {
                    List<@Nullable Object> cells = new ArrayList<>(List.of(number, place));
                    cells.addAll(List.of(step.from().id(), step.from().name()));
                    cells.addAll(List.of(step.to().id(), step.to().name(), step.usd()));
                    cells.addAll(List.of(deal.id(), deal.tally()));
                    cells.add(deal.usd());
                    csv.row(cells);
                }
            }
        }
    }
}
