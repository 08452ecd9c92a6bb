package dealscope.feed;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final int LONGEST_NAME = 200;
    private final String in;
    private final StringBuilder out;
    private final List<String> warnings;
    private Doctype doctype = Doctype.NONE;
    private String lastTag = "";
    /** Where the next end of a CDATA section is, the end of the text when there is none. */
    private int sectionEnd = -1;
    /** Where the CDATA section begins, in what is written, that the end of the text cuts off; -1 when there is none. */
    private int cutSection = -1;

    private final BitSet strayQuotes = new BitSet();
    /** Ends of comments and the like that do not occur any more: not to be searched again. */
    private final Set<String> exhausted = new HashSet<>();

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
        if (doctype.isExhausted()) {
            warnings.add(Doctype.EXHAUSTED);
        }
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
            return characterData(i);
        }
        if (in.startsWith("<!--", i)) {
            return skip(i, 4, "-->");
        }
        if (in.startsWith("<?", i)) {
            return skip(i, 2, ">");
        }
        if (in.regionMatches(true, i, "<!DOCTYPE", 0, 9)) {
            if (doctype != Doctype.NONE) {
                return skip(i, 2, ">");
            }
            doctype = Doctype.read(in, i);
            return doctype.end;
        }
        int end = endOfTag(i);
        if (end < 0) {
            out.append("&lt;");
            return i + 1;
        }
        copyTag(i, end);
        return end;
    }

    /** Copies a CDATA section; one whose end was forgotten ends with the element that it stands in. */
    private int characterData(int i) {
        if (sectionEnd < i) {
            int close = in.indexOf("]]>", i);
            sectionEnd = close < 0 ? in.length() : close;
        }
        int another = in.indexOf("<![CDATA[", i + 1, sectionEnd);
        boolean open = another >= 0 || sectionEnd == in.length();
        int until = another >= 0 ? another : sectionEnd;
        int element = open && !lastTag.isEmpty() ? in.indexOf("</" + lastTag, i, until) : -1;
        if (element >= 0) {
            warnings.add("a CDATA section without end was ended with its element");
            out.append(in, i, element).append("]]>");
            return element;
        }
        int end = Math.min(in.length(), sectionEnd + 3);
        cutSection = sectionEnd == in.length() ? out.length() : -1;
        out.append(in, i, end);
        return end;
    }

    private void copyTag(int start, int end) {
        if (in.charAt(start + 1) != '/') {
            lastTag = nameAt(start + 1, end);
        }
        int i = start;
        while (i < end) {
            char c = in.charAt(i);
            if (c == '&') {
                i = reference(i);
            } else {
                if (!strayQuotes.get(i)) {
                    out.append(c);
                }
                i++;
            }
        }
    }

    private String nameAt(int start, int end) {
        int i = start;
        while (i < end && (isName(in.charAt(i)) || in.charAt(i) == ':')) {
            i++;
        }
        return in.substring(start, i);
    }

    private int skip(int i, int opening, String closing) {
        int close = exhausted.contains(closing) ? -1 : in.indexOf(closing, i + opening);
        if (close < 0) {
            exhausted.add(closing);
            return i + opening;
        }
        return close + closing.length();
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
        int name = at;
        for (; at < in.length(); at++) {
            char c = in.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '<' || (at - name == LONGEST_NAME && isOneWord(name, at))) {
                return -1;
            }
            if ((c == '"' || c == '\'') && opensValue(at)) {
                int close = closingQuote(c, at + 1);
                strayQuotes.set(at, close < 0);
                at = close < 0 ? at : close;
            }
        }
        return -1;
    }

    /** A parser takes quadratic time over a name without end. */
    private boolean isOneWord(int from, int to) {
        return in.substring(from, to).chars().noneMatch(c -> Character.isWhitespace(c) || c == '/');
    }

    private boolean opensValue(int quote) {
        char before = in.charAt(quote - 1);
        return before == '=' || Character.isWhitespace(before);
    }

    /** Index of the quote that closes a value, or -1 when a tag begins before it: then it was forgotten. */
    private int closingQuote(char quote, int from) {
        for (int i = from; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '<' && i + 1 < in.length() && (Character.isLetter(in.charAt(i + 1)) || in.charAt(i + 1) == '/')) {
                return -1;
            }
        }
        return -1;
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
        if (name.startsWith("#") && isNumber(name)) {
            return character(name, closed ? semicolon + 1 : semicolon);
        }
        if (closed && Entities.isNamedEntity(name)) {
            out.append('&').append(name).append(';');
            return semicolon + 1;
        }
        out.append("&amp;");
        return i + 1;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-';
    }

    private static boolean isNumber(String reference) {
        if (reference.isEmpty()) {
            return false;
        }
        boolean hex = isHex(reference);
        String digits = reference.substring(hex ? 2 : 1);
        return !digits.isEmpty() && digits.chars().allMatch(d -> d < 128 && Character.digit(d, hex ? 16 : 10) >= 0);
    }

    private static boolean isHex(String reference) {
        return reference.startsWith("#x") || reference.startsWith("#X");
    }

    /**
     * Copies a reference to a character. Those to what XML forbids are left out; those to 128 to 159 mean windows-1252, as
     * the parser knows; two to the halves of one character are one.
     */
    private int character(String reference, int end) {
        long value = value(reference);
        if (value >= Character.MIN_HIGH_SURROGATE
                && value <= Character.MAX_HIGH_SURROGATE
                && in.startsWith("&#", end)) {
            int close = in.indexOf(';', end);
            String second = close < 0 || close - end > 12 ? "" : in.substring(end + 1, close);
            if (isNumber(second) && Character.isLowSurrogate((char) Math.min(value(second), 0xFFFF))) {
                out.append((char) value).append((char) value(second));
                return close + 1;
            }
        }
        if (value <= Character.MAX_CODE_POINT && LegalCharacters.isLegal((int) value)) {
            out.append('&').append(reference).append(';');
        }
        return end;
    }

    private static long value(String reference) {
        boolean hex = isHex(reference);
        String digits = reference.substring(hex ? 2 : 1);
        return digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits, hex ? 16 : 10);
    }

    private void dropCutField() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        int tag = cutSection < 0 ? out.lastIndexOf("<") : out.lastIndexOf("<", cutSection - 1);
        if (end > 0 && tag >= 0 && (cutSection >= 0 || out.charAt(end - 1) != '>')) {
            warnings.add("the feed was cut off");
            int close = cutSection < 0 ? out.indexOf(">", tag) : -1;
            boolean complete = close > 0 && (out.charAt(tag + 1) == '/' || out.charAt(close - 1) == '/');
            out.setLength(complete ? close + 1 : tag);
        }
    }
}
