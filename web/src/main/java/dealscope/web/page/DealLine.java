package dealscope.web.page;

import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Status;
import dealscope.web.view.Amounts;
import dealscope.web.view.Dates;
import dealscope.web.view.Labels;
import dealscope.web.view.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal in one line of a table.
 *
 * @param arrow between payers and payees; a partnership has no direction
 * @param what type, hardware, power, site: what the money is for
 * @param value short; empty when none is named
 * @param valueWords as written, for the hover text
 * @param conflicts other fields on which sources disagree
 * @param date first reported
 * @param snippet around the words that were searched for
 */
public record DealLine(
        String id,
        String href,
        List<Company> payer,
        List<Company> payee,
        String arrow,
        String title,
        String type,
        List<String> what,
        String value,
        String valueWords,
        boolean undisclosed,
        String status,
        int step,
        boolean disputedValue,
        List<String> conflicts,
        String date,
        String isoDate,
        int independent,
        int copies,
        boolean background,
        boolean sample,
        @Nullable Snippet snippet) {

    static DealLine of(Deal deal) {
        return of(deal, null);
    }

    static DealLine of(Deal deal, @Nullable String snippet) {
        return new DealLine(
                deal.id(),
                Links.deal(deal.id()),
                deal.payer(),
                deal.payee(),
                arrow(deal),
                Labels.parties(deal),
                Labels.type(deal.type()),
                what(deal),
                deal.value() == null ? "" : Amounts.of(deal.value()),
                deal.value() == null ? "" : Amounts.words(deal.value()),
                isUndisclosed(deal),
                deal.status().label(),
                step(deal.status()),
                deal.conflicts().contains(Field.VALUE),
                deal.conflicts().stream()
                        .filter(field -> field != Field.VALUE)
                        .map(Labels::disputed)
                        .toList(),
                Dates.day(reported(deal)),
                Dates.iso(reported(deal)),
                deal.independent(),
                deal.copies(),
                deal.background(),
                deal.sample(),
                snippet == null || snippet.isBlank() ? null : Snippet.of(snippet));
    }

    static String arrow(Deal deal) {
        return deal.type() == DealType.PARTNERSHIP ? "↔" : "→";
    }

    /** Rungs of the ladder that were climbed, of four; 0 when it was cancelled. */
    static int step(Status status) {
        return switch (status) {
            case TALKS -> 1;
            case REPORTED -> 2;
            case ANNOUNCED -> 3;
            case CLOSED -> 4;
            case CANCELLED -> 0;
        };
    }

    private static boolean isUndisclosed(Deal deal) {
        return deal.value() == null
                && deal.claims().stream().anyMatch(claim -> claim.field() == Field.VALUE && claim.money() == null);
    }

    private static List<String> what(Deal deal) {
        List<String> what = new ArrayList<>();
        deal.hardware().stream().limit(2).map(Amounts::hardware).forEach(what::add);
        if (deal.powerMw() != null) {
            what.add(Amounts.power(deal.powerMw()));
        }
        if (deal.equityStakePct() != null) {
            what.add(Amounts.percent(deal.equityStakePct()) + " stake");
        }
        if (deal.site() != null) {
            what.add(deal.site());
        }
        return what;
    }

    /** The index sorts by the same date. */
    private static @Nullable Instant reported(Deal deal) {
        return deal.reported() != null ? deal.reported() : deal.firstSeen();
    }
}
