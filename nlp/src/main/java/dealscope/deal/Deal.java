package dealscope.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money or capacity moving from a payer to a payee, as all articles together tell it. The names of the components are
 * the names in the API, in snake case.
 *
 * @param id readable and stable: {@code anthropic-spacex-compute-2026-05}
 * @param value chosen from the claims by the written rule of {@code dealscope.ledger}; null when nobody names one
 * @param history dated steps up the status ladder, oldest first
 * @param announced the day the parties announced it, when a text gives it
 * @param reported publication of the first article that tells of it
 * @param claims every claim of every article, oldest first
 * @param sources articles that tell of it, oldest first
 * @param independent number of sources that are not copies of another
 * @param partOf id of the programme this is a slice of
 * @param possibleDuplicateOf id of a deal that may be the same; for an analyst to decide
 * @param background true when no article is about it, all tell it in passing
 * @param conflicts fields on which sources disagree
 * @param sample true when all its sources belong to the sample collection
 * @param hidden true when an analyst hid it: kept and found by its id, and in no list and no sum
 * @param corrections what analysts' corrections made of it, in the order in which they were made
 */
public record Deal(
        String id,
        DealType type,
        List<Company> payer,
        List<Company> payee,
        @Nullable Money value,
        @Nullable Double powerMw,
        List<Hardware> hardware,
        @Nullable Term term,
        @Nullable String site,
        @Nullable Double equityStakePct,
        Status status,
        List<StatusChange> history,
        @Nullable LocalDate announced,
        @Nullable Instant reported,
        @Nullable Instant firstSeen,
        @Nullable Instant lastChanged,
        List<Claim> claims,
        List<SourceArticle> sources,
        int independent,
        int copies,
        @Nullable String partOf,
        @Nullable String supersedes,
        @Nullable String possibleDuplicateOf,
        boolean excludeFromTotals,
        boolean background,
        Confidence confidence,
        List<Field> conflicts,
        boolean sample,
        boolean hidden,
        List<Corrected> corrections) {
    public Deal {
        payer = List.copyOf(payer);
        payee = List.copyOf(payee);
        hardware = List.copyOf(hardware);
        history = List.copyOf(history);
        claims = List.copyOf(claims);
        sources = List.copyOf(sources);
        conflicts = List.copyOf(conflicts);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }
}
