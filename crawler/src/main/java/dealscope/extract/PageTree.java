package dealscope.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The page as arrays in document order: the subtree of node {@code i} is the half-open range {@code [i, end(i))}. All
 * measures are loops over these arrays, so time is linear and the depth of the page costs no stack.
 *
 * <p>A weight counts letters and digits, an ideograph or kana as two, for it says about twice as much. Prose is the
 * weight of blocks that read like running text: long enough, and not mostly links.
 */
final class PageTree {
    private static final int MIN_PROSE = 40;
    /** No link is as long as this. */
    private static final int MIN_OPEN = 250;

    private final List<Node> nodes = new ArrayList<>(4096);
    private final List<Role> roles = new ArrayList<>(4096);
    private int[] parents = new int[4096];
    private int[] ends = new int[4096];
    private long steps;
    private final boolean[] dropped;
    private final Letters[] letters;
    private final int[] weights;
    private final int[] linked;
    private final int[] marks;
    private final int[] prose;
    /** Links that were never closed: the page is not their text. */
    private final Set<String> openLinks;
    /** What holds a field for an address of mail. */
    private final List<Integer> mailFields = new ArrayList<>();
    /** How many h1 and main stand before a node. */
    private final int[] headlines;

    PageTree(Element root) {
        NodeTraversor.filter(new Flattener(), root);
        int size = nodes.size();
        dropped = new boolean[size];
        letters = new Letters[size];
        weights = new int[size];
        linked = new int[size];
        marks = new int[size];
        prose = new int[size];
        headlines = new int[size + 1];
        for (int i = 0; i < size; i++) {
            headlines[i + 1] = headlines[i] + (tag(i).equals("h1") || tag(i).equals("main") ? 1 : 0);
            letters[i] = nodes.get(i) instanceof TextNode text ? Letters.of(text.getWholeText()) : Letters.NONE;
        }
        openLinks = openLinks();
        measure();
    }

    /** The address that stands over most of the page: its end tag was forgotten, and the parser put it into every block. */
    private Set<String> openLinks() {
        Map<String, Integer> byAddress = new HashMap<>();
        String address = "";
        int end = 0;
        int all = 0;
        for (int i = 0; i < size(); i++) {
            if (roles.get(i) == Role.LINK) {
                address = element(i).attr("href");
                end = ends[i];
            }
            int weight = letters[i].weight();
            all += weight;
            if (weight > 0 && i < end) {
                byAddress.merge(address, weight, Integer::sum);
            }
        }
        int most = Math.max(MIN_OPEN, all / 2);
        byAddress.values().removeIf(weight -> weight <= most);
        return Set.copyOf(byAddress.keySet());
    }

    private boolean isLink(int i) {
        return roles.get(i) == Role.LINK
                && (openLinks.isEmpty() || !openLinks.contains(element(i).attr("href")));
    }

    private final class Flattener implements NodeFilter {
        private int open = -1;

        @Override
        public FilterResult head(Node node, int depth) {
            Role role = roleOf(node);
            if (open >= 0 && asksForMail(node)) {
                mailFields.add(open);
            }
            if (role == Role.SILENT || (role == Role.LINK && Anchors.isMark((Element) node))) {
                return FilterResult.SKIP_ENTIRELY;
            }
            int index = nodes.size();
            if (index == parents.length) {
                parents = Arrays.copyOf(parents, index * 2);
                ends = Arrays.copyOf(ends, index * 2);
            }
            nodes.add(node);
            roles.add(role);
            parents[index] = open;
            open = index;
            return FilterResult.CONTINUE;
        }

        private static boolean asksForMail(Node node) {
            return node instanceof Element element
                    && element.normalName().equals("input")
                    && (element.attr("type") + ' ' + element.attr("name") + ' ' + element.id())
                            .toLowerCase(Locale.ROOT)
                            .contains("email");
        }

        private static Role roleOf(Node node) {
            if (!(node instanceof Element element)) {
                return node instanceof TextNode ? Role.TEXT : Role.SILENT;
            }
            boolean isShadow = element.normalName().equals("template") && element.hasAttr("shadowrootmode");
            return isShadow ? Role.BLOCK : Role.of(element.normalName());
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            ends[open] = nodes.size();
            open = parents[open];
            return FilterResult.CONTINUE;
        }
    }

    int size() {
        return nodes.size();
    }

    /** How often a node was looked at so far: the work that the page has cost. */
    long steps() {
        return steps;
    }

    Role role(int i) {
        steps++;
        return roles.get(i);
    }

    boolean isElement(int i) {
        steps++;
        return roles.get(i) != Role.TEXT;
    }

    /** The element at {@code i}; ask only where {@link #isElement}. */
    Element element(int i) {
        return (Element) nodes.get(i);
    }

    String text(int i) {
        return ((TextNode) nodes.get(i)).getWholeText();
    }

    String tag(int i) {
        return isElement(i) ? element(i).normalName() : "";
    }

    /** Whether the first element below {@code i} has this tag. */
    boolean holds(int i, String tag) {
        return i + 1 < end(i) && tag(i + 1).equals(tag);
    }

    int parent(int i) {
        steps++;
        return parents[i];
    }

    int end(int i) {
        return ends[i];
    }

    boolean isDropped(int i) {
        return dropped[i];
    }

    void drop(int i) {
        Arrays.fill(dropped, i, ends[i], true);
    }

    void restoreAll() {
        Arrays.fill(dropped, false);
    }

    /** Weight of all text below {@code i} that was not dropped, as of the last {@link #measure}. */
    int weight(int i) {
        return weights[i];
    }

    int linked(int i) {
        return linked[i];
    }

    int marks(int i) {
        return marks[i];
    }

    int prose(int i) {
        return prose[i];
    }

    double linkShare(int i) {
        return weights[i] == 0 ? 0 : (double) linked[i] / weights[i];
    }

    /** The elements that hold a field for an address of mail, in document order. */
    List<Integer> mailFields() {
        return mailFields;
    }

    /** Whether an h1 or a main is at or below {@code i}. */
    boolean holdsHeadline(int i) {
        return headlines[ends[i]] > headlines[i];
    }

    /** Takes all measures anew, after drops. */
    void measure() {
        int size = size();
        int[] owner = new int[size];
        boolean[] inLink = new boolean[size];
        Arrays.fill(weights, 0);
        Arrays.fill(linked, 0);
        Arrays.fill(marks, 0);
        Arrays.fill(prose, 0);
        int[] ownWeight = new int[size];
        int[] ownLinked = new int[size];
        for (int i = 0; i < size; i++) {
            int up = parents[i];
            owner[i] = roles.get(i).isBlock() || up < 0 ? i : owner[up];
            inLink[i] = isLink(i) || (up >= 0 && inLink[up]);
            if (dropped[i] || roles.get(i) != Role.TEXT) {
                continue;
            }
            weights[i] = letters[i].weight();
            marks[i] = letters[i].marks();
            linked[i] = inLink[i] ? weights[i] : 0;
            ownWeight[owner[i]] += weights[i];
            ownLinked[owner[i]] += linked[i];
        }
        for (int i = size - 1; i >= 0; i--) {
            prose[i] += proseOf(i, ownWeight[i], ownLinked[i]);
            int up = parents[i];
            if (up >= 0) {
                weights[up] += weights[i];
                linked[up] += linked[i];
                marks[up] += marks[i];
                prose[up] += prose[i];
            }
        }
    }

    private int proseOf(int i, int own, int link) {
        Role role = roles.get(i);
        if (own < MIN_PROSE || link * 2 > own || role == Role.HEADING || role == Role.CAPTION) {
            return 0;
        }
        return own - link;
    }
}
