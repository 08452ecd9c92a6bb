package dealscope.index;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of a field that people write with blanks in them, where no reader would take the next word for another term. */
final class SpacedValue {
    private static final String SIGNS = "<>=~≥≤";
    private static final Pattern DATE_WORDS = Pattern.compile("(?:last|past|previous|this|q[1-4]|h[12])");
    private static final Pattern AFTER_DATE_WORDS = Pattern.compile("weeks?|months?|quarters?|years?|days?|\\d{1,4}");
    private static final Pattern MONTH = Pattern.compile(
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?");

    private SpacedValue() {}

    static boolean continues(String term, String next) {
        int colon = term.indexOf(':');
        String name = colon < 0 ? "" : term.substring(term.startsWith("-") ? 1 : 0, colon);
        Optional<QueryField> field = QueryField.of(name);
        return field.isPresent() && continues(field.get(), term.substring(colon + 1), next);
    }

    static boolean continues(QueryField field, String value, String next) {
        if (!field.shape().isRange()
                || value.startsWith("\"")
                || next.isEmpty()
                || "-(\")!".indexOf(next.charAt(0)) >= 0) {
            return false;
        }
        String so = value.strip().toLowerCase(Locale.ROOT);
        String word = next.toLowerCase(Locale.ROOT);
        if (word.startsWith("..")) {
            return !so.contains("..");
        }
        if (so.endsWith(" ..") || so.chars().allMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return !Character.isLetter(word.charAt(0)) && word.chars().anyMatch(Character::isDigit);
        }
        String last = so.substring(Math.max(so.lastIndexOf(' '), so.lastIndexOf('.')) + 1);
        if (last.isEmpty()) {
            return false;
        }
        if (field.shape() != QueryField.Shape.TIME) {
            return Character.isDigit(last.charAt(last.length() - 1)) && startsWithUnit(word);
        }
        boolean number = last.chars().allMatch(Character::isDigit);
        return DATE_WORDS.matcher(last).matches()
                        && AFTER_DATE_WORDS.matcher(word).matches()
                || MONTH.matcher(last).matches() && word.matches("\\d{4}(?:\\.\\..{0,20})?")
                || number && word.matches("(?:hour|day|week|month|year)s?");
    }

    private static boolean startsWithUnit(String word) {
        int end = word.indexOf("..");
        return QueryAmounts.SPACED_UNITS.contains(end < 0 ? word : word.substring(0, end));
    }
}
