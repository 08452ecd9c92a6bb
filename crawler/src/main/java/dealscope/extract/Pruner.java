package dealscope.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Drops what is never text of an article: hidden nodes, navigation, and parts that their authors named so. */
final class Pruner {
    private static final Set<String> TAGS =
            Set.of("nav", "footer", "aside", "form", "dialog", "button", "menu", "label", "noscript", "fieldset");
    private static final WordList NAMES = WordList.load("names.txt");
    private static final Terms COMMENTS = new Terms(NAMES.section("comments"));
    private static final Terms CONSENT = new Terms(NAMES.section("consent"));
    private static final Terms NOISE = new Terms(NAMES.section("noise"));
    private static final Terms WEAK = new Terms(NAMES.section("weak"));
    private static final Terms HIDDEN_ROLES = new Terms(NAMES.section("roles"));
    /** A part that holds this share of the page's prose is not dropped for its name alone. */
    private static final double GUARD = 0.4;

    private static final double REMARK = 0.8;
    private static final double FEW_LINKS = 0.05;

    /** A box that asks for an address of mail says no more than this. */
    private static final int MAX_BOX = 500;
    /** Nor more than one part in this many of the page. */
    private static final int BOX_SHARE = 5;

    private Pruner() {}

    static void prune(PageTree tree, boolean hidden, boolean named) {
        int all = tree.prose(0);
        if (named) {
            dropSignUps(tree);
        }
        for (int i = 1; i < tree.size(); i++) {
            if (tree.isDropped(i)) {
                i = tree.end(i) - 1;
                continue;
            }
            if (tree.isElement(i) && isNoise(tree, i, all, hidden, named)) {
                tree.drop(i);
                i = tree.end(i) - 1;
            }
        }
        tree.measure();
    }

    /** The box around a field that asks for an address of mail. */
    private static void dropSignUps(PageTree tree) {
        for (int field : tree.mailFields()) {
            if (tree.isDropped(field) || !isBox(tree, field)) {
                continue;
            }
            int box = field;
            while (tree.parent(box) > 0 && isBox(tree, tree.parent(box))) {
                box = tree.parent(box);
            }
            tree.drop(box);
        }
    }

    private static boolean isBox(PageTree tree, int i) {
        return tree.weight(i) < MAX_BOX && !tree.holdsHeadline(i) && tree.weight(i) * BOX_SHARE < tree.weight(0);
    }

    private static boolean isNoise(PageTree tree, int i, int all, boolean hidden, boolean named) {
        Element element = tree.element(i);
        if (element.normalName().equals("body") || element.normalName().equals("html")) {
            return false;
        }
        if (all > 0 && tree.prose(i) > GUARD * all) {
            return tree.prose(i) < all && (isComments(tree, i) || isConsent(tree, i));
        }
        if (hidden && isHidden(element) && !readsLikeProse(tree, i)) {
            return true;
        }
        if (tree.role(i) == Role.HEADING || tree.role(i) == Role.QUOTE) {
            return false;
        }
        if (TAGS.contains(element.normalName())) {
            return !element.hasAttr("aria-expanded") && !isRemark(tree, i) && tree.role(tree.parent(i)) != Role.HEADING;
        }
        if (isNoteMark(tree, i) || isClock(tree, i)) {
            return true;
        }
        if (tree.weight(i) == 0) {
            return false;
        }
        if (!named) {
            return isComments(tree, i);
        }
        return HIDDEN_ROLES.match("-" + element.attr("role").toLowerCase(Locale.ROOT) + "-")
                || isNamedNoise(tree, i, Signature.of(element));
    }

    /** An aside of running text without links: a remark of the author, not a box of the site. */
    private static boolean isRemark(PageTree tree, int i) {
        if (!tree.tag(i).equals("aside") || tree.prose(i) < REMARK * tree.weight(i) || tree.linkShare(i) > FEW_LINKS) {
            return false;
        }
        String signature = Signature.of(tree.element(i));
        return !NOISE.match(signature) && !WEAK.match(signature);
    }

    /** A superscript number that points to a note. */
    private static boolean isNoteMark(PageTree tree, int i) {
        return tree.tag(i).equals("sup")
                && tree.weight(i) <= 3
                && tree.linkShare(i) > 0.5
                && tree.element(i).text().chars().noneMatch(Character::isLetter);
    }

    /** A time element that is no part of a sentence. */
    private static boolean isClock(PageTree tree, int i) {
        if (!tree.tag(i).equals("time")) {
            return false;
        }
        int block = tree.parent(i);
        while (block > 0 && !tree.role(block).isBlock()) {
            block = tree.parent(block);
        }
        return tree.role(block) != Role.PARAGRAPH || tree.weight(i) * 2 > tree.weight(block);
    }

    private static boolean isComments(PageTree tree, int i) {
        return !tree.holdsHeadline(i) && COMMENTS.match(Signature.of(tree.element(i))) && !isPostOfThread(tree, i);
    }

    /** An answer in a thread: schema.org has it as a comment of the posting around it. */
    private static boolean isPostOfThread(PageTree tree, int i) {
        return tree.element(i).attr("itemprop").contains("comment")
                && tree.parent(i) > 0
                && tree.element(tree.parent(i)).attr("itemtype").endsWith("DiscussionForumPosting");
    }

    /** A banner that asks to agree to cookies may well be longer than a short post. */
    private static boolean isConsent(PageTree tree, int i) {
        return !tree.holdsHeadline(i) && CONSENT.match(Signature.of(tree.element(i)));
    }

    private static boolean isNamedNoise(PageTree tree, int i, String signature) {
        // Wires mark their own name in the dateline as that of the copyright holder (schema.org).
        if (tree.role(i) == Role.INLINE && tree.element(i).attr("itemprop").contains("copyrightHolder")) {
            return false;
        }
        return (COMMENTS.match(signature) && !isPostOfThread(tree, i))
                || NOISE.match(signature)
                || (WEAK.match(signature) && !readsLikeProse(tree, i));
    }

    private static boolean readsLikeProse(PageTree tree, int i) {
        return tree.prose(i) >= 0.5 * tree.weight(i);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
        return compact.contains("display:none") || compact.contains("visibility:hidden");
    }
}
