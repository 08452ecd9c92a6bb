package dealscope.extract;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges what kind of page was read, with the reason in words. */
final class KindJudge {
    private static final WordList WORDS = WordList.load("kinds.txt");
    /** Weight of the shortest text that is an article: some 15 words. */
    private static final int SHORTEST = 80;

    private static final int ERROR_TEXT = 600;
    private static final int STUB_TEXT = 1500;
    private static final int PAID_TEXT = 2500;
    private static final int TEASERS = 6;
    private static final int PER_TEASER = 350;

    private KindJudge() {}

    /** A kind, with the reason if it is not an article. */
    record Judgement(Extract.Kind kind, @Nullable String reason) {}

    static Judgement judge(PageTree tree, BodyReader.Body body, @Nullable String title, MetaTags meta, JsonLd jsonLd) {
        int weight = body.weight();
        if (weight < ERROR_TEXT && title != null && holds(title, "error-titles")) {
            return new Judgement(Extract.Kind.NONE, "error or challenge page: " + title);
        }
        if (weight < SHORTEST) {
            return new Judgement(Extract.Kind.NONE, weight == 0 ? "no text" : "hardly any text");
        }
        if (body.described()) {
            return new Judgement(Extract.Kind.STUB, "shows no text, only describes itself");
        }
        if (jsonLd.type().equals("liveblogposting")) {
            return new Judgement(Extract.Kind.LIVE, "a live report, as it stood when it was read");
        }
        if (!jsonLd.isArticle() && isList(tree, body, meta)) {
            return new Judgement(Extract.Kind.LIST, "teasers of other pages");
        }
        if (jsonLd.isPaid() && weight < PAID_TEXT) {
            return new Judgement(Extract.Kind.STUB, "marked as not accessible for free");
        }
        if (weight < STUB_TEXT && hasPaywallWords(tree)) {
            return new Judgement(Extract.Kind.STUB, "asks for a subscription after the first lines");
        }
        if (weight < STUB_TEXT && isCut(body.blocks())) {
            return new Judgement(Extract.Kind.STUB, "the text breaks off");
        }
        return new Judgement(Extract.Kind.ARTICLE, null);
    }

    private static boolean holds(String text, String section) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.section(section).stream().anyMatch(lower::contains);
    }

    private static boolean isList(PageTree tree, BodyReader.Body body, MetaTags meta) {
        String type = meta.first("og:type");
        if ("article".equalsIgnoreCase(type)) {
            return false;
        }
        int teasers = 0;
        for (int i = body.root(); i < tree.end(body.root()); i++) {
            if (tree.role(i) == Role.HEADING && tree.weight(i) > 10 && tree.linkShare(i) > 0.8) {
                teasers++;
            }
        }
        return teasers >= TEASERS && body.weight() < teasers * PER_TEASER;
    }

    private static boolean hasPaywallWords(PageTree tree) {
        for (int i = 0; i < tree.size(); i++) {
            if (!tree.isElement(i)
                    && tree.text(i).length() > 10
                    && tree.text(i).length() < 300
                    && holds(tree.text(i), "paywall")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCut(List<Block> blocks) {
        String last = blocks.getLast().text();
        return last.endsWith("…") || last.endsWith("...") || last.endsWith("[…]") || last.endsWith("[...]");
    }
}
