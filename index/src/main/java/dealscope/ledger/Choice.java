package dealscope.ledger;

import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a deal's field is chosen from what its sources say of it.
 *
 * <ol>
 *   <li>Only independent articles that are about the deal have a say, copies and retellings none (retellings do when
 *       there is nothing else).
 *   <li>Values that are the same within tolerance are one opinion.
 *   <li>An opinion that cites a primary source (filing, company) goes before one that does not;
 *   <li>then the one of more independent articles;
 *   <li>then the one told last.
 * </ol>
 *
 * <p>There is a conflict when two opinions differ. Nothing is averaged and nothing invented.
 *
 * @param <T> kind of value
 */
final class Choice<T> {
    private final List<Opinion<T>> opinions = new ArrayList<>();

    /** @param same whether two values are one opinion */
    Choice(List<Told> voices, Field field, Function<Told, @Nullable T> value, BiPredicate<Told, Told> same) {
        for (Told told : voices) {
            T said = value.apply(told);
            if (said != null) {
                Opinion<T> opinion = opinions.stream()
                        .filter(earlier -> earlier.voices.stream().anyMatch(voice -> same.test(voice, told)))
                        .findFirst()
                        .orElse(null);
                if (opinion == null) {
                    opinion = new Opinion<>();
                    opinions.add(opinion);
                }
                opinion.add(told, said, primary(told, field));
            }
        }
    }

    static boolean primary(Told told, Field field) {
        return told.report().claims().stream()
                .filter(claim -> claim.field() == field)
                .map(Claim::cited)
                .anyMatch(cited -> cited == Cited.FILING || cited == Cited.COMPANY);
    }

    /** The values of the winning opinion, in the order of the reports; empty when nobody says anything. */
    List<T> winner() {
        return winner(Comparator.comparing(opinion -> 0), Comparator.comparing(opinion -> 0));
    }

    /** As {@link #winner()}, with criteria that go before and after the others (greater is better). */
    List<T> winner(Comparator<Opinion<T>> first, Comparator<Opinion<T>> last) {
        Comparator<Opinion<T>> rule = first.thenComparing((Opinion<T> opinion) -> opinion.primary)
                .thenComparing(opinion -> opinion.articles.size())
                .thenComparing(opinion -> opinion.last, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(last);
        Opinion<T> best = null;
        for (Opinion<T> opinion : opinions) {
            if (best == null || rule.compare(opinion, best) > 0) {
                best = opinion;
            }
        }
        return best == null ? List.of() : best.values;
    }

    boolean split() {
        return opinions.size() > 1;
    }

    List<Opinion<T>> opinions() {
        return opinions;
    }

    /** One value and those who say so. */
    static final class Opinion<T> {
        private final List<Told> voices = new ArrayList<>();
        private final List<T> values = new ArrayList<>();
        private final Set<String> articles = new HashSet<>();
        private boolean primary;
        private @Nullable Instant last;

        private void add(Told told, T value, boolean fromPrimary) {
            voices.add(told);
            values.add(value);
            articles.add(told.id().articleId());
            primary |= fromPrimary;
            Instant published = told.published();
            if (published != null && (last == null || published.isAfter(last))) {
                last = published;
            }
        }

        List<Told> voices() {
            return voices;
        }

        List<T> values() {
            return values;
        }
    }
}
