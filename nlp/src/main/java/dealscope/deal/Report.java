package dealscope.deal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of one deal. Reports of many articles make a {@link Deal}.
 *
 * @param ordinal place in the article, from 0; (article, ordinal) is the report's identity
 * @param payer who pays: customer, investor, acquirer, lender; empty when unnamed. Two names of one party (xAI, SpaceX) are both listed
 * @param payee who is paid: provider, investee, target, borrower. A partnership lists its parties as payers
 * @param main whether headline or lead are about it; else it is told in passing
 * @param value the total, else the rate, null when none is given
 * @param announced the day the text gives for it
 * @param why the cue or pattern that decided, for people
 */
public record Report(
        int ordinal,
        DealType type,
        List<Company> payer,
        List<Company> payee,
        boolean main,
        Status status,
        @Nullable Money value,
        @Nullable Double powerMw,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable String site,
        @Nullable Double equityStakePct,
        @Nullable LocalDate announced,
        List<Claim> claims,
        String why) {
    public Report {
        payer = List.copyOf(payer);
        payee = List.copyOf(payee);
        hardware = List.copyOf(hardware);
        claims = List.copyOf(claims);
    }

    /** The same with other names for its parties. */
    public Report withParties(List<Company> payers, List<Company> payees) {
        return new Report(
                ordinal,
                type,
                payers,
                payees,
                main,
                status,
                value,
                powerMw,
                hardware,
                term,
                site,
                equityStakePct,
                announced,
                claims,
                why);
    }
}
