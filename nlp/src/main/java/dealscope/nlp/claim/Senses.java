package dealscope.nlp.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a word means to a deal, by {@code senses.csv}: "rent" and "lock in" are both "buy". A word may mean several things. */
final class Senses {
    private final Map<String, List<String>> verbs = new HashMap<>();
    private final Map<String, List<String>> nouns = new HashMap<>();

    Senses(Stems stems) {
        for (CueFile.Row row : CueFile.rows("senses.csv")) {
            boolean verb = row.get("part").equals("verb");
            String sense = verb ? row.get("sense").toUpperCase(Locale.ROOT) : row.get("sense");
            for (String word : row.list("words")) {
                List<String> senses = (verb ? verbs : nouns).computeIfAbsent(stems.of(word), k -> new ArrayList<>(2));
                if (!senses.contains(sense)) {
                    senses.add(sense);
                }
            }
        }
    }

    /** Senses of a stem; of a verb in capitals. The tagger errs in headlines, so the other part of speech has a say. */
    List<String> of(String stem, boolean verb, boolean title) {
        List<String> senses = (verb ? verbs : nouns).getOrDefault(stem, List.of());
        return senses.isEmpty() && title ? (verb ? nouns : verbs).getOrDefault(stem, List.of()) : senses;
    }
}
