package dealscope.index;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * What puts one hit before another: how well the words fit, times how fresh it is, how much it is about what it tells, and
 * how many independent reports there are. The weights and their reasons are in {@code ranking.csv}. Freshness counts whole
 * days, so that the pages of one search agree.
 */
final class Ranking {
    private final Map<String, Double> weights = new HashMap<>();

    Ranking() {
        for (List<String> row : DataFile.csv("ranking.csv", 3)) {
            weights.put(row.get(0), Double.valueOf(row.get(1)));
        }
    }

    float weight(String name) {
        return Objects.requireNonNull(weights.get(name), name).floatValue();
    }

    Similarity similarity() {
        return new BM25Similarity(weight("k1"), weight("b"));
    }

    /** The same hits as {@code query}, in the order of relevance as of {@code now}. */
    Query ranked(Query query, Instant now) {
        return FunctionScoreQuery.boostByValue(
                query, new Prior(this, now.truncatedTo(ChronoUnit.DAYS).toEpochMilli()));
    }

    double freshness(long published, long now) {
        double days = Math.max(0, now - published)
                / (double) ChronoUnit.DAYS.getDuration().toMillis();
        double stale = weight("stale");
        return stale + (1 - stale) * Math.pow(0.5, days / weight("half-life-days"));
    }

    double independence(double reports) {
        return 1 + weight("independent") * Math.log(Math.max(1, reports)) / Math.log(2);
    }

    /** What a document is worth before any word is looked at. */
    private static final class Prior extends DoubleValuesSource {
        private final Ranking ranking;
        private final long now;

        Prior(Ranking ranking, long now) {
            this.ranking = ranking;
            this.now = now;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores) throws IOException {
            NumericDocValues published = single(leaf, QueryField.PUBLISHED.label());
            NumericDocValues independent = single(leaf, QueryField.INDEPENDENT.label());
            NumericDocValues salience = single(leaf, Documents.SALIENCE);
            return new DoubleValues() {
                private double value;

                @Override
                public double doubleValue() {
                    return value;
                }

                @Override
                public boolean advanceExact(int doc) throws IOException {
                    value = salience != null && salience.advanceExact(doc)
                            ? NumericUtils.sortableLongToDouble(salience.longValue())
                            : 1;
                    value *= published != null && published.advanceExact(doc)
                            ? ranking.freshness(published.longValue(), now)
                            : ranking.weight("stale");
                    if (independent != null && independent.advanceExact(doc)) {
                        value *= ranking.independence(NumericUtils.sortableLongToDouble(independent.longValue()));
                    }
                    return true;
                }
            };
        }

        private static @Nullable NumericDocValues single(LeafReaderContext leaf, String field) throws IOException {
            return DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), field));
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return true;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(now);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Prior prior && prior.now == now && prior.ranking == ranking;
        }

        @Override
        public String toString() {
            return "prior(" + now + ")";
        }
    }
}
