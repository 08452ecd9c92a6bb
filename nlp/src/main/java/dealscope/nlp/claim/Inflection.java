package dealscope.nlp.claim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the forms of verbs and nouns from their dictionary form: rules for the regular ones, a file for the others. */
final class Inflection {
    private static final String VOWELS = "aeiou";

    private final Map<String, String[]> irregular = new HashMap<>();

    Inflection() {
        for (CueFile.Row row : CueFile.rows("inflections.csv")) {
            irregular.put(row.get("verb"), new String[] {row.get("past"), row.get("participle"), row.get("ing")});
        }
    }

    /** What a form says of time. */
    enum Form {
        BASE,
        PRESENT,
        PAST,
        ING
    }

    /** The forms of a verb; of a phrase, those of its first word. */
    Map<String, Form> verb(String phrase) {
        int space = phrase.indexOf(' ');
        String base = space < 0 ? phrase : phrase.substring(0, space);
        String rest = space < 0 ? "" : phrase.substring(space);
        if (base.equals("co") && space > 0) {
            Map<String, Form> forms = new LinkedHashMap<>();
            verb(phrase.substring(space + 1)).forEach((form, time) -> forms.put("co " + form, time));
            return forms;
        }
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put(base + rest, Form.BASE);
        forms.put(plural(base) + rest, Form.PRESENT);
        String[] known = irregular.get(base);
        forms.put((known == null ? past(base) : known[0]) + rest, Form.PAST);
        if (known != null) {
            forms.putIfAbsent(known[1] + rest, Form.PAST);
        }
        forms.put((known == null ? ing(base) : known[2]) + rest, Form.ING);
        return forms;
    }

    /** The plural of a noun phrase, by its last word. */
    static String plural(String noun) {
        if (noun.endsWith("y") && noun.length() > 1 && VOWELS.indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") || noun.endsWith("sh")) {
            return noun + "es";
        }
        return noun + "s";
    }

    private static String past(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        if (base.endsWith("y") && VOWELS.indexOf(base.charAt(base.length() - 2)) < 0) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        return base + "ed";
    }

    private static String ing(String base) {
        return base.endsWith("e") ? base.substring(0, base.length() - 1) + "ing" : base + "ing";
    }
}
