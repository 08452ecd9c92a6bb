package dealscope.web.page;

import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.SourceArticle;
import dealscope.store.CorrectionState;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an analyst can correct of a deal, and what was corrected.
 *
 * @param others deals that it may be merged with: of the same companies
 * @param twin the deal that it may be the same as; empty when there is none
 */
public record CorrectPanel(
        String deal,
        boolean hidden,
        List<Option> fields,
        List<Option> parties,
        List<Option> sources,
        List<Option> others,
        String twin,
        List<CorrectionLine> made) {
    private static final int OTHERS = 40;
    private static final int SOURCES = 60;

    /** A choice in a form. */
    public record Option(String value, String label) {}

    static CorrectPanel of(Deal deal, Site site) {
        return new CorrectPanel(
                deal.id(),
                deal.hidden(),
                Arrays.stream(Field.values())
                        .filter(field -> field != Field.PAYER && field != Field.PAYEE)
                        .map(field -> new Option(field.label(), Labels.field(field)))
                        .toList(),
                parties(deal),
                deal.sources().stream().limit(SOURCES).map(CorrectPanel::source).toList(),
                others(deal, site),
                deal.possibleDuplicateOf() == null ? "" : deal.possibleDuplicateOf(),
                made(deal, site));
    }

    private static List<Option> parties(Deal deal) {
        List<Option> parties = new ArrayList<>();
        deal.payer().forEach(company -> parties.add(new Option("payer " + company.id(), company.name() + ", payer")));
        deal.payee().forEach(company -> parties.add(new Option("payee " + company.id(), company.name() + ", payee")));
        return parties;
    }

    private static Option source(SourceArticle source) {
        return new Option(
                source.articleId(), source.publisher() + ", " + Dates.day(source.published()) + ": " + source.title());
    }

    private static List<Option> others(Deal deal, Site site) {
        Set<String> companies = Stream.concat(deal.payer().stream(), deal.payee().stream())
                .map(company -> company.id())
                .limit(4)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return companies.stream()
                .flatMap(id -> site.store().dealsOf(id).stream())
                .filter(other -> !other.id().equals(deal.id()))
                .distinct()
                .limit(OTHERS)
                .map(other -> new Option(other.id(), Labels.parties(other) + ", " + Labels.type(other.type())))
                .toList();
    }

    private static List<CorrectionLine> made(Deal deal, Site site) {
        if (deal.corrections().isEmpty()) {
            return List.of();
        }
        Set<String> ids = deal.corrections().stream().map(each -> each.id()).collect(Collectors.toSet());
        return site.store().corrections().all().stream()
                .filter(state -> state.state() != CorrectionState.State.UNDONE)
                .filter(state -> ids.contains(state.correction().id()))
                .map(CorrectionLine::of)
                .toList();
    }
}
