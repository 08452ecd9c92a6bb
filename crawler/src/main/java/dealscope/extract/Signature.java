package dealscope.extract;

import org.jsoup.nodes.Element;

/**
 * The words by which a page's author named an element: class, id and the attributes used like them, split at everything
 * that is no letter or digit and at capitals, lower case, joined and framed by hyphens: {@code relatedPosts wide} becomes
 * {@code -related-posts--wide-}.
 */
final class Signature {
    private static final String[] ATTRIBUTES = {
        "class",
        "id",
        "itemprop",
        "role",
        "data-testid",
        "data-component",
        "data-module",
        "data-block",
        "data-qa",
        "data-hook",
        "name"
    };
    private static final int MAX_LENGTH = 400;

    private Signature() {}

    static String of(Element element) {
        if (element.attributesSize() == 0) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (String name : ATTRIBUTES) {
            String value = element.attr(name);
            if (!value.isEmpty()) {
                append(words, value);
            }
        }
        return words.toString();
    }

    private static void append(StringBuilder words, String value) {
        int end = Math.min(value.length(), MAX_LENGTH);
        words.append('-');
        char before = ' ';
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (Character.isWhitespace(c)) {
                words.append(before == ' ' ? "" : "--");
                c = ' ';
            } else if (!Character.isLetterOrDigit(c)) {
                if (words.charAt(words.length() - 1) != '-') {
                    words.append('-');
                }
            } else {
                if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
                    words.append('-');
                }
                words.append(Character.toLowerCase(c));
            }
            before = c;
        }
        words.append('-');
    }
}
