package dealscope.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of holding what was found against a gold set.
 *
 * @param articles how many were read
 * @param tallies of every kind
 * @param rates of every kind of rate
 * @param misses one by one, in the order of the articles; empty where only figures are to be shown
 */
public record Scores(int articles, Map<Kind, Tally> tallies, Map<Rate, Share> rates, List<Miss> misses) {
    public Scores {
        tallies = Map.copyOf(tallies);
        rates = Map.copyOf(rates);
        misses = List.copyOf(misses);
    }

    public Tally of(Kind kind) {
        return Objects.requireNonNullElse(tallies.get(kind), Tally.NONE);
    }

    public Share of(Rate rate) {
        return Objects.requireNonNullElse(rates.get(rate), Share.NONE);
    }

    /** The same figures without what was missed. */
    Scores figuresOnly() {
        return new Scores(articles, tallies, rates, List.of());
    }

    /** Where scores are collected, article by article. */
    static final class Sheet {
        private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        private final Map<Rate, Share> rates = new EnumMap<>(Rate.class);
        private final List<Miss> misses = new ArrayList<>();
        private int articles;

        void article() {
            articles++;
        }

        void add(Kind kind, int right, int wrong, int missed) {
            tallies.put(kind, tallies.getOrDefault(kind, Tally.NONE).plus(right, wrong, missed));
        }

        void count(Rate rate, boolean part) {
            rates.put(rate, rates.getOrDefault(rate, Share.NONE).plus(part));
        }

        void miss(GoldArticle article, String fault, Object what) {
            misses.add(new Miss(article.id(), fault, String.valueOf(what)));
        }

        Scores scores() {
            return new Scores(articles, tallies, rates, misses);
        }
    }
}
