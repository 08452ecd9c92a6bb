package dealscope.web.mcp;

import dealscope.deal.Deal;
import dealscope.ledger.Totals;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Answers as an assistant reads them: a line for each deal, and below it the sentences that tell it. */
final class Words {
    private static final int LONGEST = 600;

    private final StringBuilder text = new StringBuilder();

    Words line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Words deal(Deal deal, List<Citation> citations) {
        line("- **" + clean(Labels.parties(deal)) + "**: " + String.join("; ", facts(deal)) + ". Id: " + deal.id());
        citations.forEach(this::citation);
        return this;
    }

    private static List<String> facts(Deal deal) {
        List<String> facts = new ArrayList<>();
        facts.add(Labels.type(deal.type()).toLowerCase(Locale.ROOT));
        facts.add(
                deal.value() == null
                        ? "no value told"
                        : Amounts.of(deal.value()) + " (" + clean(Amounts.words(deal.value())) + ")");
        if (deal.powerMw() != null) {
            facts.add(Amounts.power(deal.powerMw()));
        }
        deal.hardware().forEach(hardware -> facts.add(clean(Amounts.hardware(hardware))));
        if (deal.term() != null) {
            facts.add(Amounts.term(deal.term()));
        }
        if (deal.site() != null) {
            facts.add("at " + clean(deal.site()));
        }
        facts.add(deal.status().label());
        facts.add("first reported " + Dates.day(deal.reported()));
        facts.add(Labels.plural(deal.independent(), "independent source"));
        if (!deal.conflicts().isEmpty()) {
            facts.add("sources disagree on "
                    + deal.conflicts().stream().map(Labels::disputed).collect(Collectors.joining(", ")));
        }
        return facts;
    }

    void citation(Citation citation) {
        String said = citation.sentence() == null ? "" : "“" + clean(citation.sentence()) + "” – ";
        line("  - " + said + clean(citation.title()) + ", " + clean(citation.outlet()) + ", "
                + Dates.day(citation.published()) + ", " + citation.url());
    }

    Words sum(String label, Totals.Sum sum) {
        String left = sum.leftOut().stream()
                .map(each -> Labels.plural(each.deals(), "deal") + " "
                        + each.reason().words())
                .collect(Collectors.joining("; "));
        return line("- " + clean(label) + ": " + Amounts.usd(sum.usd()) + " in " + Labels.plural(sum.deals(), "deal")
                + (left.isEmpty() ? "" : "; left out: " + left));
    }

    /** In one line, of bounded length, whatever an article's text holds. */
    static String clean(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return bounded.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
