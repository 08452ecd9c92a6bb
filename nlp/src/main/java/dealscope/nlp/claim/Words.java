package dealscope.nlp.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The small word lists of {@code words.csv}. */
final class Words {
    private static final Map<String, Set<String>> LISTS = load();

    private Words() {}

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (CueFile.Row row : CueFile.rows("words.csv")) {
            if (lists.put(row.get("list"), Set.copyOf(row.list("words"))) != null) {
                throw row.bad("list " + row.get("list") + " is there twice");
            }
        }
        return Map.copyOf(lists);
    }

    /** The list of that name; a name that is not in the file is a mistake in the program. */
    static Set<String> of(String list) {
        Set<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalStateException("words.csv has no list " + list);
        }
        return words;
    }
}
