package dealscope.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document type declaration: where it ends, and the entities it declares itself. External entities and parameter
 * entities are never resolved. All expansions of a document together may add {@value #BUDGET} characters, nested
 * {@value #DEPTH} deep at most; what goes beyond is left out, so neither a billion laughs nor a quadratic blow-up does harm.
 */
final class Doctype {
    static final Doctype NONE = new Doctype(0, Map.of());
    /** Said of a document whose entities expand beyond the budget. */
    static final String EXHAUSTED = "its entities expand beyond bounds and were left out";

    static final int BUDGET = 500_000;
    static final int DEPTH = 8;
    private static final int MOST_ENTITIES = 1_000;
    private static final Pattern ENTITY = Pattern.compile(
            "<!ENTITY\\s++([\\p{L}_:][\\p{L}\\p{N}_:.-]{0,80}+)\\s++(?:\"([^\"]*+)\"|'([^']*+)')\\s*+>");
    private static final Pattern REFERENCE = Pattern.compile("&([\\p{L}_:][\\p{L}\\p{N}_:.-]{0,80}+);");

    /** Index of the first character behind the declaration. */
    final int end;

    private final Map<String, String> entities;
    private int spent;

    private Doctype(int end, Map<String, String> entities) {
        this.end = end;
        this.entities = entities;
    }

    /** Reads the declaration that begins at {@code start} with {@code <!DOCTYPE}. */
    static Doctype read(String text, int start) {
        int bracket = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, i + 1);
                i = close < 0 ? i : close;
            } else if (c == '[') {
                bracket = i;
                break;
            } else if (c == '>') {
                return new Doctype(i + 1, Map.of());
            }
        }
        if (bracket < 0) {
            return new Doctype(Math.min(text.length(), start + "<!DOCTYPE".length()), Map.of());
        }
        int close = endOfSubset(text, bracket + 1);
        int end = text.indexOf('>', close);
        return new Doctype(end < 0 ? text.length() : end + 1, entities(text.substring(bracket + 1, close)));
    }

    /** Index of the bracket that closes the internal subset; quoted values and comments may hold brackets. */
    private static int endOfSubset(String text, int from) {
        boolean inDeclaration = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                inDeclaration = true;
                if (text.startsWith("<!--", i)) {
                    int close = text.indexOf("-->", i);
                    if (close < 0) {
                        return text.length();
                    }
                    i = close + 2;
                    inDeclaration = false;
                }
            } else if (c == '>') {
                inDeclaration = false;
            } else if (inDeclaration && (c == '"' || c == '\'')) {
                int close = text.indexOf(c, i + 1);
                i = close < 0 ? i : close;
            } else if (c == ']' && !inDeclaration) {
                return i;
            }
        }
        return text.length();
    }

    private static Map<String, String> entities(String subset) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = ENTITY.matcher(subset);
        while (found.size() < MOST_ENTITIES && matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            found.putIfAbsent(matcher.group(1), value);
        }
        return found;
    }

    boolean isExhausted() {
        return spent >= BUDGET;
    }

    boolean declares(String entity) {
        return entities.containsKey(entity);
    }

    /** The full expansion of an entity; shorter, in the end empty, once the budget is spent. Null when not declared. */
    @Nullable
    String expand(String entity) {
        String value = entities.get(entity);
        if (value == null) {
            return null;
        }
        if (spent >= BUDGET) {
            return "";
        }
        spent++;
        StringBuilder out = new StringBuilder();
        expand(value, out, 1);
        return out.toString();
    }

    private void expand(String value, StringBuilder out, int depth) {
        Matcher matcher = REFERENCE.matcher(value);
        int from = 0;
        while (matcher.find()) {
            spend(value, from, matcher.start(), out);
            String nested = entities.get(matcher.group(1));
            if (nested == null) {
                spend(value, matcher.start(), matcher.end(), out);
            } else if (depth < DEPTH && spent < BUDGET) {
                spent++;
                expand(nested, out, depth + 1);
            }
            from = matcher.end();
            if (spent >= BUDGET) {
                return;
            }
        }
        spend(value, from, value.length(), out);
    }

    private void spend(String value, int from, int to, StringBuilder out) {
        if (spent + (to - from) <= BUDGET) {
            out.append(value, from, to);
            spent += to - from;
        } else {
            spent = BUDGET;
        }
    }
}
