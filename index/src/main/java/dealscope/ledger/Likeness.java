package dealscope.ledger;

import dealscope.deal.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a report may be of the deal that a cluster tells, and how strongly that is indicated. The rules are hard
 * (a report that breaks one does not join); the score only chooses among the clusters that remain.
 */
final class Likeness {
    /** The report is not of this deal. */
    static final double NONE = -1;

    private static final double SAME_VALUE = 4;
    private static final double NEAR_VALUE = 1;
    private static final double SAME_TYPE = 2;
    private static final double SAME_TIME = 3;
    private static final double UNDATED = 1;
    private static final double STATED_DATE = 2;
    private static final double SAME_POWER = 1;
    private static final double SAME_SIDES = 0.5;
    private static final double COPY = 5;
    /** What is told in passing is rather a deal we know than another thing told in passing. */
    private static final double MAIN_DEAL = 3;

    private final Told told;
    private final Cluster cluster;
    private final TypeMatch type;
    private final Agreement value;
    private final Agreement power;
    private final boolean copy;
    private final @Nullable Long days;

    private Likeness(Told told, Cluster cluster) {
        this.told = told;
        this.cluster = cluster;
        this.type = type(told, cluster);
        this.value = Agreement.best(told, cluster.members(), Amounts::compare);
        this.power = Agreement.best(told, cluster.members(), Amounts::power);
        this.copy = told.sharesText(cluster.members());
        this.days = told.twoSided() ? cluster.daysTo(told.published()) : Long.valueOf(cluster.daysToTime(told.time()));
    }

    /** The score, or {@link #NONE}; both sides of the report are named, or those of the cluster are equally one. */
    static double of(Told told, Cluster cluster) {
        if (!sidesFit(told, cluster)) {
            return NONE;
        }
        Likeness likeness = new Likeness(told, cluster);
        boolean joins = likeness.possible() && (told.main() ? likeness.joinsAsMain() : likeness.joinsAsRetold());
        return joins ? likeness.score() : NONE;
    }

    /** The score of a report that leaves one side unnamed against a deal between two. */
    static double ofOneSided(Told told, Cluster cluster) {
        if (!namedSideFits(told, cluster)) {
            return NONE;
        }
        Likeness likeness = new Likeness(told, cluster);
        return likeness.possible() && likeness.joinsOneSided() ? likeness.score() : NONE;
    }

    private boolean possible() {
        return type != TypeMatch.NEVER && !toldApart() && !(statedElsewhere() && !copy && !ends());
    }

    /** One article tells a deal once: a second report of it is of another deal, unless it only says the same again. */
    private boolean toldApart() {
        return cluster.members().stream()
                .filter(member -> member.id().articleId().equals(told.id().articleId()))
                .anyMatch(member -> member.report().type() != told.report().type()
                        || Amounts.compare(member, told).differs());
    }

    private boolean joinsAsMain() {
        return switch (value) {
            case SAME -> copy || (within(Thresholds.SAME_AMOUNT) && !(addsToIt() && !within(Thresholds.EVENT)));
            case NEAR -> copy || within(Thresholds.EVENT) || becameFirm();
            case DIFFERENT -> becameFirm() || partOfRound();
            case UNKNOWN ->
                copy
                        || (within(patience())
                                && !addsToIt()
                                && !talksAnew()
                                && (power != Agreement.DIFFERENT || within(Thresholds.EVENT) && rumoured()));
        };
    }

    /** An investor's share of a round, and the round as a whole, are told for one another. */
    private boolean partOfRound() {
        return told.equity()
                && type == TypeMatch.SAME
                && days != null
                && within(Thresholds.EVENT)
                && told.payers().equals(cluster.payers())
                && told.payees().equals(cluster.payees())
                && cluster.members().stream()
                        .anyMatch(member -> Amounts.ratio(
                                        member.report().value(), told.report().value())
                                >= Thresholds.SHARE_OF_ROUND);
    }

    /** The report says that it expands what was agreed before, and this deal was news some days earlier. */
    private boolean addsToIt() {
        Instant first = cluster.firstMain();
        Long since = Told.days(first, told.published());
        return since != null
                && since > Thresholds.EXPANSION
                && power != Agreement.SAME
                && LinkCues.SUPERSEDES.in(List.of(told))
                && !LinkCues.SUPERSEDES.in(cluster.members());
    }

    /** A deal that was struck is not talked of as one to come; such talks are of the next one. */
    private boolean talksAnew() {
        Instant published = told.published();
        return published != null
                && told.report().status() == Status.TALKS
                && cluster.members().stream()
                        .filter(member -> member.main() && member.report().status() != Status.TALKS)
                        .map(Told::published)
                        .filter(Objects::nonNull)
                        .anyMatch(struck ->
                                struck.plusSeconds(Thresholds.EVENT * 86_400).isBefore(published));
    }

    /** For how many days without news a report that names no value is still taken to be of this deal. */
    private long patience() {
        if (type != TypeMatch.SAME) {
            return Thresholds.EVENT;
        }
        return ends() ? Thresholds.ENDING : Thresholds.SILENCE;
    }

    /** The report tells how a deal ended; the day it states is that of the end. */
    private boolean ends() {
        return told.report().status() == Status.CANCELLED || told.report().status() == Status.CLOSED;
    }

    private boolean joinsAsRetold() {
        return switch (value) {
            case SAME -> true;
            case NEAR -> type == TypeMatch.SAME && days != null && days <= Thresholds.SILENCE;
            case DIFFERENT -> false;
            case UNKNOWN -> told.valued() ? within(Thresholds.SILENCE) : afterTheFirst();
        };
    }

    private boolean joinsOneSided() {
        return switch (value) {
            case SAME -> copy || within(Thresholds.ONE_SIDED_AMOUNT);
            case NEAR -> copy || (told.round() && type == TypeMatch.SAME && within(Thresholds.EVENT));
            case DIFFERENT -> false;
            case UNKNOWN ->
                copy || (type == TypeMatch.SAME && told.main() && days != null && within(Thresholds.ONE_SIDED));
        };
    }

    /** A rumour of this pair that was signed at another price. */
    private boolean becameFirm() {
        return rumoured()
                && within(Thresholds.SILENCE)
                && cluster.members().stream()
                        .anyMatch(member -> Amounts.ratio(
                                        member.report().value(), told.report().value())
                                >= Thresholds.RUMOUR);
    }

    private boolean rumoured() {
        return cluster.rumour()
                || told.report().status() == Status.TALKS
                || told.report().status() == Status.REPORTED;
    }

    private boolean within(long limit) {
        return days == null || days <= limit;
    }

    private boolean afterTheFirst() {
        Instant first = cluster.first();
        Instant published = told.published();
        return first == null
                || published == null
                || first.minusSeconds(Thresholds.RETOLD_BEFORE * 86_400).isBefore(published);
    }

    /** The text gives a day for the deal that is far from the coverage of this one. */
    private boolean statedElsewhere() {
        Long apart = statedDays();
        return apart != null && apart > Thresholds.STATED_DATE && value != Agreement.SAME;
    }

    private @Nullable Long statedDays() {
        LocalDate announced = told.report().announced();
        return announced == null
                ? null
                : cluster.daysTo(announced.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private double score() {
        double score = type == TypeMatch.SAME ? SAME_TYPE : 0;
        score += value == Agreement.SAME ? SAME_VALUE : value == Agreement.NEAR ? NEAR_VALUE : 0;
        score += power == Agreement.SAME ? SAME_POWER : 0;
        score += days == null ? UNDATED : SAME_TIME / (1 + days / (double) Thresholds.EVENT);
        score += copy ? COPY : 0;
        score += !told.main() && cluster.main() ? MAIN_DEAL : 0;
        Long stated = statedDays();
        score += stated != null && stated <= Thresholds.EVENT ? STATED_DATE : 0;
        score += told.payers().equals(cluster.payers()) && told.payees().equals(cluster.payees()) ? SAME_SIDES : 0;
        return score;
    }

    // -- parts -----------------------------------------------------------------------------------------------------

    static boolean sidesFit(Told told, Cluster cluster) {
        if (told.partnership() || cluster.undirected()) {
            return told.twoSided() ? partnersFit(told, cluster) : Sides.meet(told.payers(), cluster.parties());
        }
        return fits(told.payers(), cluster.payers()) && fits(told.payees(), cluster.payees());
    }

    /** Where a side says nothing of direction, two of the companies must be the same, and on either side one. */
    private static boolean partnersFit(Told told, Cluster cluster) {
        Set<String> shared = new TreeSet<>(told.payers());
        shared.addAll(told.payees());
        shared.retainAll(cluster.parties());
        if (shared.size() < 2) {
            return false;
        }
        if (cluster.undirected()) {
            return told.partnership() || (Sides.meet(told.payers(), shared) && Sides.meet(told.payees(), shared));
        }
        return Sides.meet(shared, cluster.payers()) && Sides.meet(shared, cluster.payees());
    }

    static boolean namedSideFits(Told told, Cluster cluster) {
        if (told.partnership() || cluster.undirected()) {
            return Sides.meet(told.payers(), cluster.parties()) || Sides.meet(told.payees(), cluster.parties());
        }
        return Sides.meet(told.payers(), cluster.payers()) || Sides.meet(told.payees(), cluster.payees());
    }

    /** Both name someone in common, or both leave the side open. */
    private static boolean fits(Set<String> a, Set<String> b) {
        return a.isEmpty() == b.isEmpty() && (a.isEmpty() || Sides.meet(a, b));
    }

    private static TypeMatch type(Told told, Cluster cluster) {
        TypeMatch best = TypeMatch.NEVER;
        for (Told member : cluster.understood()) {
            TypeMatch match = TypeMatch.of(told.report().type(), member.report().type());
            if (match == TypeMatch.NEVER && member.main()) {
                return TypeMatch.NEVER;
            }
            best = match.compareTo(best) < 0 ? match : best;
        }
        return best;
    }
}
