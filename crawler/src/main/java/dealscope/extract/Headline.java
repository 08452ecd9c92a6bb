package dealscope.extract;

import org.jspecify.annotations.Nullable;

/** Where the headline stands in the tree: the h1 that says the title, else the first with text, else a lower heading that says it. Dates and names near it belong to the article. */
record Headline(int start, int end) {
    private static final int BEFORE = 15;
    private static final int AFTER = 60;
    private static final int CLOSE = 25;

    static Headline of(PageTree tree, @Nullable String title) {
        int first = -1;
        int lower = -1;
        String said = title == null ? "" : Letters.only(title);
        for (int i = 0; i < tree.size(); i++) {
            if (tree.tag(i).equals("h1") && tree.weight(i) > 0) {
                if (!said.isEmpty() && said.startsWith(words(tree, i))) {
                    return new Headline(i, tree.end(i));
                }
                first = first < 0 ? i : first;
            } else if (lower < 0 && !said.isEmpty() && tree.role(i) == Role.HEADING && tree.weight(i) > 0) {
                lower = words(tree, i).endsWith(said) ? i : -1;
            }
        }
        int start = first < 0 ? lower : first;
        return start < 0 ? new Headline(-1, -1) : new Headline(start, tree.end(start));
    }

    private static String words(PageTree tree, int heading) {
        return Letters.only(tree.element(heading).text());
    }

    boolean isNear(int i) {
        return start >= 0 && i > start - BEFORE && i < end + AFTER;
    }

    /** Whether {@code i} follows the headline closely. */
    boolean isJustBefore(int i) {
        return start >= 0 && i >= end && i < end + CLOSE;
    }

    /** Whether the headline stands in the range from {@code from} to before {@code to}. */
    boolean isWithin(int from, int to) {
        return from <= start && start < to;
    }

    boolean contains(int i) {
        return start <= i && i < end;
    }
}
