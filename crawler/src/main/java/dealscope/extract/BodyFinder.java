package dealscope.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the nodes that hold the body. Two cheap candidates: the places where bodies usually are (an ordered list of
 * names), and the deepest node that holds nearly all prose of the page.
 */
final class BodyFinder {
    private static final Terms PLACES = new Terms(WordList.load("names.txt").section("places"));
    private static final Terms POSTERS = new Terms(WordList.load("names.txt").section("posters"));
    private static final double DESCENT = 0.85;
    private static final double ENOUGH = 0.6;
    private static final double SPLIT = 0.5;

    private BodyFinder() {}

    /** The roots of the body in document order, none inside another; the whole page if nothing better is there. */
    static List<Integer> find(PageTree tree) {
        int dense = densest(tree);
        List<Integer> place = place(tree);
        int placeProse = place.stream().mapToInt(tree::prose).sum();
        return placeProse >= ENOUGH * tree.prose(dense) && placeProse > 0 ? place : List.of(dense);
    }

    private static int densest(PageTree tree) {
        int at = 0;
        while (true) {
            int next = -1;
            for (int child = at + 1; child < tree.end(at); child = tree.end(child)) {
                if (tree.prose(child) >= DESCENT * tree.prose(at) && tree.prose(at) > 0) {
                    next = child;
                }
            }
            if (next < 0
                    || tree.role(next) == Role.PARAGRAPH
                    || !tree.role(next).isBlock()) {
                return at;
            }
            at = next;
        }
    }

    private static List<Integer> place(PageTree tree) {
        int[] ranks = new int[tree.size()];
        int all = tree.prose(0);
        int best = Integer.MAX_VALUE;
        Map<Integer, Integer> proseByRank = new TreeMap<>();
        for (int i = 1; i < tree.size(); i++) {
            ranks[i] = Integer.MAX_VALUE;
            if (!tree.isElement(i) || tree.isDropped(i) || tree.prose(i) == 0) {
                continue;
            }
            ranks[i] = PLACES.rank(Signature.of(tree.element(i)) + "-tag-" + tree.tag(i) + "-");
            proseByRank.merge(ranks[i], tree.prose(i), Math::max);
        }
        for (var entry : proseByRank.entrySet()) {
            if (entry.getKey() != Integer.MAX_VALUE && entry.getValue() >= 0.5 * all) {
                best = entry.getKey();
                break;
            }
        }
        List<Integer> roots = new ArrayList<>();
        for (int i = 1; i < tree.size() && best != Integer.MAX_VALUE; i++) {
            if (ranks[i] == best) {
                roots.add(i);
                i = tree.end(i) - 1;
            }
        }
        return together(tree, roots);
    }

    /** Whether several people wrote posts on this page. */
    private static boolean isThread(PageTree tree) {
        int posters = 0;
        for (int i = 1; i < tree.size() && posters < 2; i++) {
            posters += tree.isElement(i) && POSTERS.match(Signature.of(tree.element(i))) ? 1 : 0;
        }
        return posters > 1;
    }

    /** Of several places the largest, with those beside it: a body that adverts split, not the teasers of other stories. */
    private static List<Integer> together(PageTree tree, List<Integer> roots) {
        if (roots.size() < 2) {
            return roots;
        }
        int largest = roots.getFirst();
        int sum = 0;
        for (int root : roots) {
            sum += tree.prose(root);
            largest = tree.prose(root) > tree.prose(largest) ? root : largest;
        }
        if (tree.prose(largest) < SPLIT * sum || isThread(tree)) {
            return roots;
        }
        if (tree.tag(largest).equals("article")) {
            return List.of(largest);
        }
        int near = tree.parent(largest);
        return roots.stream().filter(root -> tree.parent(root) == near).toList();
    }
}
