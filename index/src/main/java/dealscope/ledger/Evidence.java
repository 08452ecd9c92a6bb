package dealscope.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a report is taken to be of the deal that other reports tell, in words for a reader. */
final class Evidence {
    private Evidence() {}

    /**
     * What the report has in common with those that came before it, the nearest in time first of all; null for what
     * begins the deal.
     *
     * @param members all reports of the deal, in {@link Told#ORDER}
     */
    static @Nullable String of(Told told, List<Told> members) {
        List<Told> earlier = members.stream()
                .takeWhile(other -> other != told)
                .filter(other -> !other.id().articleId().equals(told.id().articleId()))
                .toList();
        if (earlier.isEmpty()) {
            return null;
        }
        List<String> reasons = new ArrayList<>();
        reasons.add(companies(told, earlier));
        value(told, earlier).ifPresent(reasons::add);
        if (Agreement.best(told, earlier, Amounts::power) == Agreement.SAME) {
            reasons.add("the same capacity");
        }
        if (told.sharesText(earlier)) {
            reasons.add("the same text");
        }
        Long days = earlier.stream()
                .map(other -> Told.days(other.published(), told.published()))
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
        reasons.add(
                days == null
                        ? "no date"
                        : days == 0 ? "within a day" : days == 1 ? "a day later" : days + " days later");
        return String.join(", ", reasons);
    }

    private static String companies(Told told, List<Told> earlier) {
        if (!told.twoSided()) {
            return "one company named";
        }
        boolean same = earlier.stream()
                .anyMatch(other -> Sides.meet(told.parties(), other.parties())
                        && !Sides.reversed(told, other.payers(), other.payees())
                        && told.parties().stream()
                                        .filter(other.parties()::contains)
                                        .count()
                                > 1);
        if (same || earlier.stream().noneMatch(Told::twoSided)) {
            return "the same companies";
        }
        return earlier.stream().anyMatch(other -> Sides.reversed(told, other.payers(), other.payees()))
                ? "the same companies the other way round"
                : "another party of the same deal";
    }

    private static Optional<String> value(Told told, List<Told> earlier) {
        return switch (Agreement.best(told, earlier, Amounts::compare)) {
            case SAME -> Optional.of("the same amount");
            case NEAR -> Optional.of("nearly the same amount");
            case DIFFERENT -> Optional.of("another amount");
            case UNKNOWN -> Optional.empty();
        };
    }
}
