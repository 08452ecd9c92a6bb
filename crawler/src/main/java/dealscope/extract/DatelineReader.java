package dealscope.extract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line of place, date and wire that a text opens with. Its parts may stand in any order and be divided by one or
 * several dashes: {@code PLACE, date /Wire/ --}, {@code PLACE, date (WIRE) --}, {@code PLACE--(WIRE)--},
 * {@code date – PLACE –}, {@code Place (wire) -}, {@code 地名、日付 –}.
 */
final class DatelineReader {
    private static final WordList WORDS = WordList.load("release.txt");
    private static final int LONGEST = 200;
    private static final int LONGEST_PART = 120;
    private static final int LONGEST_PLACE = 60;
    private static final int MOST_WORDS = 7;
    private static final int MOST_CAPITALS = 3;
    private static final int MOST_PARTS = 3;
    private static final Pattern DASH = Pattern.compile("\\s*+(?:-{2,}+|[–—―]++)\\s*+|\\s-\\s|(?<=\\d):\\s");
    private static final Pattern WIRE = Pattern.compile("/([^/]{2,60}+)/|[(（]([^()（）]{2,60}+)[)）]");
    /** Between place and date: "PARIS, le 7 mai 2026". */
    private static final Pattern ARTICLE = Pattern.compile(",\\s\\p{Ll}{1,3}+\\s?$");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .&'’-]{1,40}+");

    private @Nullable String place;
    private @Nullable LocalDate date;
    private @Nullable String wire;

    private DatelineReader() {}

    /** The dateline that {@code paragraph} opens with, null without any. */
    static @Nullable Dateline read(String paragraph) {
        return new DatelineReader().parts(paragraph.substring(0, Math.min(LONGEST, paragraph.length())));
    }

    private @Nullable Dateline parts(String head) {
        Matcher dash = DASH.matcher(head);
        int from = 0;
        for (int part = 0; part < MOST_PARTS && dash.find(); part++) {
            if (!take(head.substring(from, dash.start()))) {
                break;
            }
            from = dash.end();
        }
        String where = place;
        if (where == null || from >= head.length()) {
            return null;
        }
        return date != null || wire != null || isCapitals(where) ? new Dateline(where, date, wire) : null;
    }

    /** Takes what a part tells; false when it is no part of a dateline. */
    private boolean take(String part) {
        if (part.length() > LONGEST_PART) {
            return false;
        }
        String rest = withoutWire(part).strip();
        int at = dateAt(rest);
        String before =
                bare(at < 0 ? rest : ARTICLE.matcher(rest.substring(0, at)).replaceFirst(""));
        if (at >= 0) {
            OffsetDateTime day = DateParser.parse(rest.substring(at), true);
            date = day == null ? date : day.toLocalDate();
        }
        if (before.isEmpty()) {
            return at >= 0 || wire != null;
        }
        if (place != null || !isPlace(before)) {
            return false;
        }
        place = before;
        return true;
    }

    private String withoutWire(String part) {
        Matcher matcher = WIRE.matcher(part);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            String name = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip();
            OffsetDateTime day = DateParser.parse(name, true);
            if (day != null) {
                date = day.toLocalDate();
            } else if (wire == null && NAME.matcher(name).matches()) {
                wire = name;
            }
            matcher.appendReplacement(rest, " ");
        }
        return matcher.appendTail(rest).toString();
    }

    /** Where the date at the end of {@code part} begins, -1 without one; a date without a year counts. */
    private static int dateAt(String part) {
        if (part.chars().noneMatch(Character::isDigit)) {
            return -1;
        }
        for (int at = part.length() - 1; at >= 0; at--) {
            boolean border = at == 0
                    || part.charAt(at - 1) == ' '
                    || (Character.isDigit(part.charAt(at)) && !Character.isLetterOrDigit(part.charAt(at - 1)));
            if (!border) {
                continue;
            }
            String tail = part.substring(at);
            if (DateParser.parse(tail, true) != null || isMonthAndDay(tail)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isMonthAndDay(String tail) {
        return tail.length() < 16
                && tail.chars().anyMatch(Character::isDigit)
                && DateParser.parse(tail + ", 2000", true) != null;
    }

    private static String bare(String text) {
        int end = text.length();
        while (end > 0 && " ,.、，:/|".indexOf(text.charAt(end - 1)) >= 0 && !isAbbreviation(text, end)) {
            end--;
        }
        int start = 0;
        while (start < end && " ,/|[【".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    /** Whether the dot before {@code end} belongs to a short name of a state: "Calif.". */
    private static boolean isAbbreviation(String text, int end) {
        int comma = text.lastIndexOf(',', end - 1);
        return text.charAt(end - 1) == '.' && comma >= 0 && end - comma < 9;
    }

    private static boolean isPlace(String text) {
        if (text.length() > LONGEST_PLACE || text.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        if (WORDS.section("no-places").contains(text.toLowerCase(Locale.ROOT).replace('’', '\''))) {
            return false;
        }
        String[] words = text.split("[\\s,/]++");
        if (words.length > MOST_WORDS) {
            return false;
        }
        for (String word : words) {
            if (word.length() > 3 && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        char first = text.charAt(0);
        return Character.isUpperCase(first) || Letters.isWide(first);
    }

    private static boolean isCapitals(String text) {
        List<String> words = List.of(text.split("[\\s,]++"));
        String town = words.getFirst();
        return words.size() <= MOST_CAPITALS
                && town.length() > 2
                && town.codePoints().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-' || c == '\'');
    }
}
