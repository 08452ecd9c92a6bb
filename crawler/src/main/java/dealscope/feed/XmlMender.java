package dealscope.feed;

import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * Mends XML as it is found in the wild so that a parser reads what the publisher meant. One pass from front to back, in
 * linear time: illegal characters are dropped, comments and processing instructions too; DOCTYPE goes and its own entities
 * are resolved by {@link Doctype}; an {@code &} that begins no reference and a {@code <} that begins no tag are escaped;
 * what is in front of the document is cut off; a last field that was cut off in the middle of its text is left out.
 * CDATA stays as it is.
 */
final class XmlMender {
    private static final int LONGEST_REFERENCE = 80;
    private final String in;
    private final StringBuilder out;
    private final List<String> warnings;
    private Doctype doctype = Doctype.NONE;
    private int doubleQuotesUpTo = Integer.MAX_VALUE;
    private int singleQuotesUpTo = Integer.MAX_VALUE;

    private XmlMender(String in, List<String> warnings) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 64);
        this.warnings = warnings;
    }

    static String mend(String text, List<String> warnings) {
        String legal = LegalCharacters.only(text);
        return new XmlMender(legal, warnings).run(documentStart(legal));
    }

    /** The XML declaration if one is near the front, else the first tag: whatever precedes it is no part of the feed. */
    private static int documentStart(String text) {
        int tag = text.indexOf('<');
        int declaration = text.indexOf("<?xml");
        boolean junkInFront = declaration > 0 && !FeedTree.hasRoot(text.substring(0, declaration));
        return Math.max(junkInFront ? declaration : tag, 0);
    }

    private String run(int start) {
        if (!in.substring(0, start).isBlank()) {
            warnings.add("text in front of the document was ignored");
        }
        int i = start;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c == '<') {
                i = markup(i);
            } else if (c == '&') {
                i = reference(i);
            } else {
                int next = nextSpecial(i);
                out.append(in, i, next);
                i = next;
            }
        }
        dropCutField();
        return out.toString();
    }

    private int nextSpecial(int from) {
        int i = from;
        while (i < in.length() && in.charAt(i) != '<' && in.charAt(i) != '&') {
            i++;
        }
        return i;
    }

    private int markup(int i) {
        if (in.startsWith("<![CDATA[", i)) {
            int close = in.indexOf("]]>", i);
            int end = close < 0 ? in.length() : close + 3;
            out.append(in, i, end);
            return end;
        }
        if (in.startsWith("<!--", i)) {
            return skip(i, 4, "-->");
        }
        if (in.startsWith("<?", i)) {
            return skip(i, 2, ">");
        }
        if (in.regionMatches(true, i, "<!DOCTYPE", 0, 9)) {
            Doctype found = Doctype.read(in, i);
            doctype = doctype == Doctype.NONE ? found : doctype;
            return found.end;
        }
        int end = endOfTag(i);
        if (end < 0) {
            out.append("&lt;");
            return i + 1;
        }
        for (int at = i; at < end; ) {
            int ampersand = in.indexOf('&', at);
            if (ampersand < 0 || ampersand >= end) {
                out.append(in, at, end);
                break;
            }
            out.append(in, at, ampersand);
            at = reference(ampersand);
        }
        return end;
    }

    private int skip(int i, int opening, String closing) {
        int close = in.indexOf(closing, i + opening);
        return close < 0 ? i + opening : close + closing.length();
    }

    /** Index behind the tag that begins at {@code i}, or -1 when no tag begins there. */
    private int endOfTag(int i) {
        int at = i + 1;
        if (at < in.length() && in.charAt(at) == '/') {
            at++;
        }
        if (at >= in.length() || !(Character.isLetter(in.charAt(at)) || in.charAt(at) == '_' || in.charAt(at) == ':')) {
            return -1;
        }
        for (; at < in.length(); at++) {
            char c = in.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return -1;
            }
            if ((c == '"' || c == '\'') && in.charAt(at - 1) == '=' | Character.isWhitespace(in.charAt(at - 1))) {
                int close = closingQuote(c, at + 1);
                at = close < 0 ? at : close;
            }
        }
        return -1;
    }

    private int closingQuote(char quote, int from) {
        int known = quote == '"' ? doubleQuotesUpTo : singleQuotesUpTo;
        int close = from > known ? -1 : in.indexOf(quote, from);
        if (close < 0 && quote == '"') {
            doubleQuotesUpTo = Math.min(known, from);
        } else if (close < 0) {
            singleQuotesUpTo = Math.min(known, from);
        }
        return close;
    }

    /** Copies the reference at {@code i}, resolved or escaped, and returns the index behind it. */
    private int reference(int i) {
        int semicolon = i + 1;
        int limit = Math.min(in.length(), i + LONGEST_REFERENCE);
        while (semicolon < limit && isName(in.charAt(semicolon))) {
            semicolon++;
        }
        String name = in.substring(i + 1, semicolon);
        boolean closed = semicolon < in.length() && in.charAt(semicolon) == ';';
        if (closed && doctype.declares(name)) {
            out.append(doctype.expand(name));
            return semicolon + 1;
        }
        if (name.startsWith("#") ? isNumber(name) : closed && Entities.isNamedEntity(name)) {
            out.append('&').append(name).append(';');
            return closed ? semicolon + 1 : semicolon;
        }
        out.append("&amp;");
        return i + 1;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-';
    }

    private static boolean isNumber(String name) {
        boolean hex = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        return !digits.isEmpty()
                && digits.length() <= 8
                && digits.chars().allMatch(d -> Character.digit(d, hex ? 16 : 10) >= 0 && d < 128);
    }

    private void dropCutField() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        int tag = out.lastIndexOf("<");
        if (end > 0 && tag >= 0 && out.charAt(end - 1) != '>') {
            warnings.add("the feed was cut off");
            out.setLength(out.charAt(Math.min(tag + 1, end - 1)) == '/' ? out.indexOf(">", tag) + 1 : tag);
        }
    }
}
