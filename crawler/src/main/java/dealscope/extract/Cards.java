package dealscope.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Drops teasers of other stories of the site, whatever they are called: elements side by side and alike, each with one
 * heading that leads to another page of the same site and little text beside it, after most of the text. A page that is
 * hardly more than such teasers keeps them.
 */
final class Cards {
    private static final double LINKED = 0.8;
    private static final int SHORTEST_HEAD = 12;
    private static final int LONGEST_CARD = 600;
    private static final int FEWEST = 2;
    /** Alike ones are no more than this share of the text. */
    private static final double SHARE = 0.3;

    /** They follow this share of the text around them. */
    private static final double BEFORE = 0.6;

    private final PageTree tree;
    private final Headline headline;
    private final PageAddress address;
    /** How many linked headings stand before a node. */
    private final int[] heads;
    /** The weight of the text before a node. */
    private final int[] before;

    private Cards(PageTree tree, Headline headline, PageAddress address) {
        this.tree = tree;
        this.headline = headline;
        this.address = address;
        this.heads = new int[tree.size() + 1];
        this.before = new int[tree.size() + 1];
        for (int i = 0; i < tree.size(); i++) {
            heads[i + 1] = heads[i] + (isHead(i) ? 1 : 0);
            before[i + 1] = before[i] + (tree.isElement(i) ? 0 : tree.weight(i));
        }
    }

    static void drop(PageTree tree, int root, Headline headline, PageAddress address) {
        Cards cards = new Cards(tree, headline, address);
        if (cards.heads[tree.end(root)] - cards.heads[root] < FEWEST) {
            return;
        }
        for (List<Integer> alike : cards.find(root)) {
            int own = alike.stream().mapToInt(tree::weight).sum();
            int before = cards.before[alike.getFirst()] - cards.before[root];
            if (own <= SHARE * tree.weight(root) && before >= BEFORE * (tree.weight(root) - own)) {
                alike.forEach(tree::drop);
            }
        }
    }

    private boolean isHead(int i) {
        if (tree.role(i) != Role.HEADING || tree.isDropped(i) || tree.weight(i) < SHORTEST_HEAD) {
            return false;
        }
        return tree.linkShare(i) >= LINKED && leadsElsewhere(i);
    }

    /** Whether the heading leads to another page of the site. */
    private boolean leadsElsewhere(int heading) {
        int link = -1;
        for (int i = heading; i < tree.end(heading) && link < 0; i++) {
            link = tree.role(i) == Role.LINK ? i : -1;
        }
        for (int at = heading; at > 0 && link < 0; at = tree.parent(at)) {
            link = tree.role(at) == Role.LINK ? at : -1;
        }
        String href = link < 0 ? "#" : tree.element(link).attr("href").strip();
        URI target = href.startsWith("#") ? null : address.resolve(href);
        URI page = address.url();
        return target != null
                && page != null
                && host(target).equals(host(page))
                && !path(target).equals(path(page));
    }

    private static String host(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String path(URI address) {
        return address.getRawPath() == null ? "" : address.getRawPath();
    }

    private List<List<Integer>> find(int root) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = root + 1; i < tree.end(root); i++) {
            if (heads[i + 1] == heads[i]) {
                continue;
            }
            int card = card(i, root);
            if (card != i && tree.weight(card) <= LONGEST_CARD && !headline.isWithin(card, tree.end(card))) {
                String kind = tree.parent(card) + " " + tree.tag(card) + " "
                        + tree.element(card).className();
                alike.computeIfAbsent(kind, key -> new ArrayList<>()).add(card);
            }
        }
        return alike.values().stream().filter(cards -> cards.size() >= FEWEST).toList();
    }

    /** The largest element around the heading that holds no other such heading. */
    private int card(int heading, int root) {
        int card = heading;
        for (int up = tree.parent(card); up > root && heads[tree.end(up)] - heads[up] == 1; up = tree.parent(up)) {
            card = up;
        }
        return card;
    }
}
