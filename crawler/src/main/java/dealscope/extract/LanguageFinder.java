package dealscope.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the language of the article as BCP 47 primary language in lower case: as declared by the page, unless the script or
 * the small words of the text plainly say otherwise.
 */
final class LanguageFinder {
    private static final int SAMPLE = 2000;
    private static final double PLAIN = 0.12;
    /** The languages that have a small word. */
    private static final Map<String, List<String>> SMALL_WORDS = new HashMap<>();

    static {
        WordList.load("smallwords.txt").sections().forEach((language, words) -> new HashSet<>(words)
                .forEach(word -> SMALL_WORDS
                        .computeIfAbsent(word, key -> new ArrayList<>())
                        .add(language)));
    }

    private static final Map<Character.UnicodeScript, String> OWN_SCRIPTS = Map.of(
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.ARABIC, "ar",
            Character.UnicodeScript.THAI, "th",
            Character.UnicodeScript.GEORGIAN, "ka",
            Character.UnicodeScript.ARMENIAN, "hy",
            Character.UnicodeScript.TAMIL, "ta");
    /** Letters of Persian that Arabic lacks. */
    private static final Pattern PERSIAN = Pattern.compile("[\u067E\u0686\u0698\u06AF\u06CC]");

    private LanguageFinder() {}

    static Field<String> find(Document document, MetaTags meta, JsonLd jsonLd, List<TextBlock> blocks) {
        Element html = document.selectFirst("html");
        List<Field<String>> candidates = Stream.of(
                        Field.of(guess(sample(blocks)), Source.VISIBLE),
                        Field.of(html == null ? null : primary(html.attr("lang")), Source.META),
                        Field.of(primary(meta.first("og:locale")), Source.OPENGRAPH),
                        Field.of(primary(meta.first("content-language", "language", "inlanguage")), Source.META),
                        Field.of(primary(jsonLd.language()), Source.JSON_LD))
                .filter(candidate -> candidate.value() != null)
                .toList();
        return candidates.isEmpty() ? Field.none() : candidates.getFirst().among(candidates, String::equals);
    }

    private static @Nullable String primary(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String language = tag.strip().split("[-_,; ]", 2)[0].toLowerCase(Locale.ROOT);
        return language.matches("[a-z]{2,3}") ? language : null;
    }

    /** The beginning of the text. */
    private static String sample(List<TextBlock> blocks) {
        StringBuilder sample = new StringBuilder();
        for (TextBlock block : blocks) {
            if (sample.length() >= SAMPLE) {
                break;
            }
            sample.append(block.text(), 0, Math.min(block.text().length(), SAMPLE))
                    .append('\n');
        }
        return sample.toString();
    }

    /** The language that the text itself plainly is in, null if it is too short or of another language than the listed. */
    private static @Nullable String guess(String sample) {
        String byScript = byScript(sample);
        if (byScript != null) {
            return byScript;
        }
        String[] words = sample.toLowerCase(Locale.ROOT).split("[^\\p{L}']++");
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : words) {
            for (String language : SMALL_WORDS.getOrDefault(word, List.of())) {
                counts.merge(language, 1, Integer::sum);
            }
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> language : counts.entrySet()) {
            int count = language.getValue();
            second = Math.max(second, Math.min(count, most));
            if (count > most) {
                most = count;
                best = language.getKey();
            }
        }
        return words.length >= 12 && most > PLAIN * words.length && most > 1.5 * second ? best : null;
    }

    private static @Nullable String byScript(String sample) {
        String own = byOwnScript(sample);
        if (own != null) {
            return own;
        }
        int kana = 0;
        int han = 0;
        int hangul = 0;
        int letters = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            kana += c >= 0x3041 && c <= 0x30FF ? 1 : 0;
            han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
            hangul += c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        if (letters < 20 || (kana + han + hangul) * 2 < letters) {
            return null;
        }
        if (hangul > kana && hangul > han) {
            return "ko";
        }
        return kana * 12 > han ? "ja" : "zh";
    }

    /** The language of a script that, among the languages of news, only one uses; Arabic letters are told from Persian. */
    private static @Nullable String byOwnScript(String sample) {
        Map<String, Integer> counts = new HashMap<>();
        int letters = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (c >= 0x0370 && OWN_SCRIPTS.containsKey(Character.UnicodeScript.of(c))) {
                    counts.merge(OWN_SCRIPTS.get(Character.UnicodeScript.of(c)), 1, Integer::sum);
                }
            }
        }
        for (Map.Entry<String, Integer> language : counts.entrySet()) {
            if (letters >= 20 && language.getValue() * 2 > letters) {
                boolean persian = language.getKey().equals("ar")
                        && PERSIAN.matcher(sample).find();
                return persian ? "fa" : language.getKey();
            }
        }
        return null;
    }
}
