package dealscope.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Phrases looked for at the beginning of a block; see {@code phrases.txt}. */
final class Phrases {
    private static final WordList LIST = WordList.load("phrases.txt");
    /** Blocks that are not the story. */
    static final Phrases DROP = new Phrases(LIST.section("drop"));
    /** Blocks that are not the story when they are very short. */
    static final Phrases SHORT = new Phrases(LIST.section("short"));
    /** Blocks that end the story. */
    static final Phrases TAIL = new Phrases(LIST.section("tail"));

    private static final Set<String> COUNTS = Set.copyOf(LIST.section("counts"));

    /** Words of blocks at the edge of the story that do not belong to it. */
    static final List<String> EDGE = List.copyOf(LIST.section("edge"));

    private static final int LONGEST_COUNT = 30;

    private final Map<String, List<String>> byStart = new HashMap<>();

    Phrases(List<String> phrases) {
        for (String phrase : phrases) {
            byStart.computeIfAbsent(key(phrase), key -> new ArrayList<>()).add(phrase);
        }
    }

    private static String key(String text) {
        return text.substring(0, Math.min(2, text.length()));
    }

    /** Whether {@code text} begins with one of the phrases, at a border of words. */
    boolean begin(String text) {
        String bare = bare(text);
        for (String phrase : byStart.getOrDefault(key(bare), List.of())) {
            boolean whole = phrase.endsWith("$");
            String words = whole ? phrase.substring(0, phrase.length() - 1) : phrase;
            if (bare.startsWith(words) && ends(bare, words.length(), whole)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code text} holds one of the words that mark the edge. */
    static boolean marksEdge(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return EDGE.stream().anyMatch(lower::contains);
    }

    /** Whether {@code text} is a number of readers, comments and their like. */
    static boolean isCount(String text) {
        if (text.length() > LONGEST_COUNT || text.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("^[\\d.,\\s]++[km]?\\b", "")
                .strip();
        return COUNTS.contains(words.endsWith(".") ? words.substring(0, words.length() - 1) : words);
    }

    private static boolean ends(String text, int at, boolean whole) {
        if (at == text.length()) {
            return true;
        }
        if (!whole) {
            char last = text.charAt(at - 1);
            return !Character.isLetterOrDigit(last)
                    || Letters.isWide(last)
                    || !Character.isLetterOrDigit(text.charAt(at));
        }
        for (int i = at; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String text) {
        int start = 0;
        int end = Math.min(text.length(), 100);
        while (start < end && isOrnament(text.charAt(start))) {
            start++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static boolean isOrnament(char c) {
        return !Character.isLetterOrDigit(c) && c != '©' && c != '(' && c != '[' && c != '［';
    }
}
