package dealscope.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A query as "and", "or" and "not" over leaves that it shares with other queries, for asking one document many queries: a
 * leaf is looked up once however many queries hold it, and nothing is scored. What is no boolean is a leaf, which Lucene
 * answers.
 */
sealed interface MatchTree {
    boolean matches(Answers leaves) throws IOException;

    /** What one document answers to each leaf. */
    interface Answers {
        boolean of(int leaf) throws IOException;
    }

    /** @param number of the leaf in {@link Leaves} */
    record Leaf(int number) implements MatchTree {
        @Override
        public boolean matches(Answers leaves) throws IOException {
            return leaves.of(number);
        }
    }

    /** Everything, or nothing. */
    record Constant(boolean value) implements MatchTree {
        @Override
        public boolean matches(Answers leaves) {
            return value;
        }
    }

    /** All of {@code all}, none of {@code none}, and one of {@code any} unless there is none to choose from. */
    record Clauses(List<MatchTree> all, List<MatchTree> any, List<MatchTree> none) implements MatchTree {
        @Override
        public boolean matches(Answers leaves) throws IOException {
            for (MatchTree each : all) {
                if (!each.matches(leaves)) {
                    return false;
                }
            }
            return (any.isEmpty() || one(any, leaves)) && !one(none, leaves);
        }

        private static boolean one(List<MatchTree> trees, Answers leaves) throws IOException {
            for (MatchTree each : trees) {
                if (each.matches(leaves)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The leaves of many queries, each once. */
    final class Leaves {
        private final Map<Query, Integer> numbers = new HashMap<>();
        private final List<Query> queries = new ArrayList<>();

        int size() {
            return queries.size();
        }

        Query query(int number) {
            return queries.get(number);
        }

        int number(Query query) {
            return numbers.computeIfAbsent(query, leaf -> {
                queries.add(leaf);
                return queries.size() - 1;
            });
        }

        int number(Term term) {
            return number(new TermQuery(term));
        }

        MatchTree tree(Query query) {
            return switch (query) {
                case MatchAllDocsQuery all -> new Constant(true);
                case MatchNoDocsQuery none -> new Constant(false);
                case BoostQuery boost -> tree(boost.getQuery());
                case ConstantScoreQuery constant -> tree(constant.getQuery());
                case BooleanQuery clauses ->
                    clauses.getMinimumNumberShouldMatch() == 0 ? clauses(clauses) : new Leaf(number(query));
                default -> new Leaf(number(query));
            };
        }

        private MatchTree clauses(BooleanQuery query) {
            List<MatchTree> all = new ArrayList<>();
            List<MatchTree> any = new ArrayList<>();
            List<MatchTree> none = new ArrayList<>();
            for (BooleanClause clause : query.clauses()) {
                MatchTree tree = tree(clause.query());
                switch (clause.occur()) {
                    case MUST, FILTER -> all.add(tree);
                    case SHOULD -> any.add(tree);
                    case MUST_NOT -> none.add(tree);
                }
            }
            if (all.isEmpty() && any.isEmpty()) {
                return new Constant(false); // Lucene finds nothing by what is not wanted alone
            }
            return new Clauses(List.copyOf(all), all.isEmpty() ? List.copyOf(any) : List.of(), List.copyOf(none));
        }
    }
}
