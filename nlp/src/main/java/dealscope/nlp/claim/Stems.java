package dealscope.nlp.claim;

import java.util.HashMap;
import java.util.Map;

/** Brings the forms of a word together, roughly: "rents", "rented", "renting" are "rent". Immutable after loading. */
final class Stems {
    private static final int LONGEST = 24;

    private final Map<String, String> irregular = new HashMap<>();

    Stems() {
        for (CueFile.Row row : CueFile.rows("inflections.csv")) {
            String base = row.get("verb");
            irregular.put(row.get("past"), base);
            irregular.put(row.get("participle"), base);
            irregular.put(row.get("ing"), base);
        }
    }

    String of(String word) {
        if (word.length() > LONGEST) {
            return "<long>";
        }
        String known = irregular.get(word);
        return strip(known == null ? word : known);
    }

    private static String strip(String word) {
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > 5 && stem.endsWith("ing")) {
            stem = undouble(stem.substring(0, stem.length() - 3));
        } else if (stem.length() > 4 && stem.endsWith("ed")) {
            stem = undouble(stem.substring(0, stem.length() - 2));
        }
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean twice = last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
        return twice ? stem.substring(0, last) : stem;
    }
}
