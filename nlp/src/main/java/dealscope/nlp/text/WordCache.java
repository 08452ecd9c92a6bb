package dealscope.nlp.text;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out for a word, kept for when the word comes again. When {@value #KEPT} new words came, those that were
 * not asked for since the last time are forgotten, so that common words stay. Words longer than {@value #LONGEST}
 * characters are not kept. For one thread at a time.
 */
public final class WordCache<T> {
    private static final int KEPT = 6_000;
    private static final int LONGEST = 60;

    private final Function<String, T> work;
    private Map<String, T> recent = new HashMap<>();
    private Map<String, T> older = new HashMap<>();

    /** @param work gives the same for the same word, and never null */
    public WordCache(Function<String, T> work) {
        this.work = work;
    }

    public T get(String word) {
        T known = recent.get(word);
        if (known != null) {
            return known;
        }
        T again = older.get(word);
        T value = again == null ? work.apply(word) : again;
        if (word.length() <= LONGEST) {
            if (recent.size() >= KEPT) {
                older = recent;
                recent = new HashMap<>();
            }
            recent.put(word, value);
        }
        return value;
    }
}
