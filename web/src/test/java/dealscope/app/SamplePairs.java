package dealscope.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well articles about one deal were joined, counted in pairs of articles.
 *
 * @param made pairs that were joined
 * @param wanted pairs that are about one deal
 * @param wrong pairs that were joined although no deal is told by both
 * @param missed pairs that are about one deal and were not joined
 */
record SamplePairs(int made, int wanted, List<String> wrong, List<String> missed) {
    /**
     * @param joined articles of each deal as it was made
     * @param about articles that are about each deal
     * @param told articles that tell of each deal, be it in passing
     */
    static SamplePairs of(Collection<Set<String>> joined, Collection<Set<String>> about, Collection<Set<String>> told) {
        Set<String> made = pairs(joined);
        Set<String> wanted = pairs(about);
        List<String> wrong = new ArrayList<>(made);
        wrong.removeAll(pairs(told));
        List<String> missed = new ArrayList<>(wanted);
        missed.removeAll(made);
        return new SamplePairs(made.size(), wanted.size(), wrong, missed);
    }

    private static Set<String> pairs(Collection<Set<String>> groups) {
        Set<String> pairs = new TreeSet<>();
        for (Set<String> group : groups) {
            for (String a : group) {
                for (String b : group) {
                    if (a.compareTo(b) < 0) {
                        pairs.add(a + " + " + b);
                    }
                }
            }
        }
        return pairs;
    }

    double precision() {
        return 1 - wrong.size() / (double) made;
    }

    double recall() {
        return 1 - missed.size() / (double) wanted;
    }
}
