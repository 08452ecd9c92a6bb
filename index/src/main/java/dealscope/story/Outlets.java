package dealscope.story;

import dealscope.fact.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of outlets: whether two are one, and whether a name is that of an outlet at all. */
final class Outlets {
    private static final DataLines FILE = DataLines.of("credits.txt");
    private static final Set<String> HEADS = new HashSet<>(FILE.kind("outlet"));
    private static final Map<String, String> ALIASES = aliases();
    private static final Set<String> KNOWN = known();

    private Outlets() {}

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        for (String line : FILE.kind("alias")) {
            String[] names = line.split("\t", 2);
            aliases.put(bare(names[0]), bare(names[1]));
        }
        return aliases;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        WordList.load("publishers.txt").forEach(name -> known.add(key(name)));
        return known;
    }

    /** "The Sample Wire", "Sample Wire" and "SampleWire" are one, as are a name and its short form in {@code credits.txt}. */
    static boolean same(String a, String b) {
        return key(a).equals(key(b));
    }

    static boolean isOutlet(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && (HEADS.contains(words.getLast()) || KNOWN.contains(key(name)));
    }

    static String key(String name) {
        String bare = bare(name);
        return ALIASES.getOrDefault(bare, bare);
    }

    private static String bare(String name) {
        List<String> words = words(name);
        if (words.size() > 1 && words.getFirst().equals("the")) {
            words.removeFirst();
        }
        return String.join("", words);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        Words reader = new Words(name);
        while (reader.next()) {
            words.add(reader.lower());
        }
        return words;
    }
}
