package dealscope.quality;

import dealscope.fact.WordList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** When two names are the same for the gold: accents, case, possessives, legal forms and generic nouns do not count. */
final class Names {
    private static final Set<String> COMPANY_ENDINGS = WordList.load("gold-company-endings.txt");
    private static final Set<String> HARDWARE_MAKERS = WordList.load("gold-hardware-makers.txt");
    private static final Set<String> HARDWARE_NOUNS = WordList.load("gold-hardware-nouns.txt");
    /** Names that are no more than "a GPU". */
    private static final Set<String> GENERIC = Set.of("gpu", "gpus", "tensor", "");

    private static final Pattern ACCENT = Pattern.compile("[\\p{Mn}&&[^\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]]");
    private static final Pattern POSSESSIVE = Pattern.compile("'s(?![\\p{L}\\p{N}_])");
    private static final Pattern COMPANY_SIGNS = Pattern.compile("[^\\p{L}\\p{N}_&+ ]");
    private static final Pattern HARDWARE_SIGNS = Pattern.compile("[^\\p{L}\\p{N}_ ]");

    private Names() {}

    /** A company's name as it is compared. */
    static String company(String name) {
        String plain = COMPANY_SIGNS.matcher(folded(name)).replaceAll(" ").replace("&", " and ");
        List<String> words = words(plain);
        if (words.size() > 1 && words.getFirst().equals("the")) {
            words.removeFirst();
        }
        while (words.size() > 1 && COMPANY_ENDINGS.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    /** The name of a chip or system as it is compared: no maker, no noun, no plural. */
    static String hardware(String name) {
        List<String> words = words(HARDWARE_SIGNS.matcher(folded(name)).replaceAll(" "));
        while (words.size() > 1 && HARDWARE_NOUNS.contains(words.getLast())) {
            words.removeLast();
        }
        while (words.size() > 1 && HARDWARE_MAKERS.contains(words.getFirst())) {
            words.removeFirst();
        }
        String joined = String.join(" ", words);
        if (GENERIC.contains(joined)) {
            return "gpu";
        }
        boolean plural =
                joined.endsWith("s") && !joined.endsWith("ss") && joined.codePointCount(0, joined.length()) > 2;
        return plural ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static String folded(String name) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
        return POSSESSIVE.matcher(lower).replaceAll("");
    }

    private static List<String> words(String plain) {
        List<String> words = new ArrayList<>();
        for (String word : plain.split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
