package dealscope.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Terms of which a document must hold at least one to match a query: what a presearcher keeps queries under. Of several
 * such sets the rarest is taken. Kinds of query that are not known here require nothing, which costs time and never a
 * match.
 */
final class RequiredTerms {
    /** Every deal holds these. */
    private static final Set<String> COMMON =
            Set.of(Documents.KIND, QueryField.BACKGROUND.label(), QueryField.SAMPLE.label());

    private final Frequency frequency;

    /** In how many documents a term stands. */
    interface Frequency {
        int of(Term term) throws IOException;
    }

    RequiredTerms(Frequency frequency) {
        this.frequency = frequency;
    }

    /** Null when nothing is required; empty when nothing can match. */
    @Nullable
    Set<Term> of(Query query) throws IOException {
        return switch (query) {
            case MatchNoDocsQuery none -> Set.of();
            case TermQuery term -> COMMON.contains(term.getTerm().field()) ? null : Set.of(term.getTerm());
            case PhraseQuery phrase -> rarest(List.of(phrase.getTerms()));
            case BoostQuery boost -> of(boost.getQuery());
            case ConstantScoreQuery constant -> of(constant.getQuery());
            case DisjunctionMaxQuery any -> any(any.getDisjuncts());
            case BooleanQuery all -> of(all);
            default -> null;
        };
    }

    private @Nullable Set<Term> of(BooleanQuery query) throws IOException {
        Set<Term> best = null;
        double least = Double.POSITIVE_INFINITY;
        boolean required = false;
        for (BooleanClause clause : query.clauses()) {
            if (clause.isRequired()) {
                required = true;
                Set<Term> terms = of(clause.query());
                double cost = terms == null ? Double.POSITIVE_INFINITY : cost(terms);
                if (cost < least) {
                    least = cost;
                    best = terms;
                }
            }
        }
        return required
                ? best
                : any(query.clauses().stream()
                        .filter(clause -> clause.occur() == BooleanClause.Occur.SHOULD)
                        .map(BooleanClause::query)
                        .toList());
    }

    private @Nullable Set<Term> any(Iterable<Query> queries) throws IOException {
        Set<Term> union = new HashSet<>();
        for (Query query : queries) {
            Set<Term> terms = of(query);
            if (terms == null) {
                return null;
            }
            union.addAll(terms);
        }
        return union;
    }

    private @Nullable Set<Term> rarest(List<Term> terms) throws IOException {
        Term best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Term term : terms) {
            double cost = cost(Set.of(term));
            if (cost < least) {
                least = cost;
                best = term;
            }
        }
        return best == null ? null : Set.of(best);
    }

    /** Documents that the terms lead to; of terms that none holds yet, few are better than many. */
    private double cost(Set<Term> terms) throws IOException {
        double cost = terms.size() / 1000.0;
        for (Term term : terms) {
            cost += frequency.of(term);
        }
        return cost;
    }
}
