package dealscope.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Titles compared by their words. */
public final class Titles {
    /** Fewer words make a title of a column, "Morning briefing", not of a story. */
    private static final int FEWEST = 4;

    private Titles() {}

    static List<String> words(String title) {
        List<String> words = new ArrayList<>();
        Words reader = new Words(title);
        while (reader.next()) {
            words.add(reader.lower());
        }
        return words;
    }

    /** Whether at least half of the words of the shorter stand in the other. */
    public static boolean related(String a, String b) {
        List<String> wordsA = words(a);
        List<String> wordsB = words(b);
        Set<String> common = new HashSet<>(wordsA);
        common.retainAll(wordsB);
        return common.size() * 2 >= Math.min(wordsA.size(), wordsB.size());
    }

    /**
     * What two titles of one story have in common, whatever their case and punctuation, with or without " | Publisher" at
     * the end; null for a title too short to tell a story by.
     */
    public static @Nullable String key(String title, String publisher) {
        List<String> words = words(title);
        List<String> tail = words(publisher);
        if (!tail.isEmpty()
                && words.size() - tail.size() >= FEWEST
                && words.subList(words.size() - tail.size(), words.size()).equals(tail)) {
            words = words.subList(0, words.size() - tail.size());
        }
        return words.size() < FEWEST ? null : String.join(" ", words);
    }
}
