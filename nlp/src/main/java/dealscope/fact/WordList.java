package dealscope.fact;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A fact file with one entry per line: words, names, cues. Its order is kept. */
public final class WordList {
    private WordList() {}

    /** Reads a list that is shipped; a list that is not there, or an entry that is there twice, is a {@link BadFact}. */
    public static Set<String> load(String name) {
        List<String> lines = FactFile.lines(name);
        Set<String> words = new LinkedHashSet<>();
        for (String line : lines) {
            if (!words.add(line)) {
                throw new BadFact(name, "\"" + line + "\" is there twice");
            }
        }
        return Collections.unmodifiableSet(words);
    }
}
