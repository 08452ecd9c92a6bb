package dealscope.nlp.claim;

import dealscope.deal.Company;
import dealscope.fact.Companies;
import dealscope.fact.CompanyFact;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import dealscope.nlp.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Capitalised names that no mention covers, and listed names that are also words ("Lambda", "Crusoe"). They become
 * parties only where a frame asks for one, and count a little less than a company that is known to be one. One instance
 * per article.
 */
final class NameGuess {
    private static final int LONGEST = 5;

    private static final Set<String> FACILITY_HEADS = Words.of("facility-head");
    private static final Set<String> INVESTING = Words.of("before-in");

    private final Lexicon lexicon;
    private final Map<String, List<Name>> byFirst = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** A name with the party that it stands for. */
    private record Name(
            List<String> words,
            Company company,
            String root,
            @Nullable String kind) {}

    /**
     * A name at a place.
     *
     * @param tokens how many tokens it covers
     */
    record Hit(Party party, int tokens) {}

    /** The listed names that are also words, ready to be looked up; made once. */
    record Ambiguous(Map<String, CompanyFact> byName, Companies companies) {
        static Ambiguous of(Companies companies) {
            Map<String, CompanyFact> byName = new HashMap<>();
            for (CompanyFact fact : companies.all()) {
                fact.words().forEach(word -> byName.put(word, fact));
            }
            return new Ambiguous(Map.copyOf(byName), companies);
        }
    }

    NameGuess(ReadText read, Ambiguous ambiguous, Lexicon lexicon) {
        this.lexicon = lexicon;
        Map<String, List<String>> candidates = new HashMap<>();
        Set<String> firm = new HashSet<>();
        for (Sentence sentence : read.sentences()) {
            if (!sentence.inTitle() && !headline(sentence)) {
                collect(sentence, candidates, firm, ambiguous);
            }
        }
        candidates.forEach((name, words) -> {
            if (firm.contains(name) || seen.getOrDefault(name, 0) > 1) {
                add(name, words, ambiguous);
            }
        });
    }

    /** A subheading: nearly every long word is written with a capital, and it is no sentence. */
    private static boolean headline(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        long words = tokens.stream()
                .filter(t ->
                        t.text().length() > 3 && Character.isLetter(t.text().charAt(0)))
                .count();
        long capital = tokens.stream()
                .filter(t ->
                        t.text().length() > 3 && Character.isUpperCase(t.text().charAt(0)))
                .count();
        boolean open = tokens.isEmpty() || !tokens.getLast().text().matches("[.!?\"\u201d)]");
        return open && words >= 3 && capital * 10 >= words * 8;
    }

    private void collect(
            Sentence sentence, Map<String, List<String>> candidates, Set<String> firm, Ambiguous ambiguous) {
        List<Token> tokens = sentence.tokens();
        boolean[] free = free(sentence);
        int i = 0;
        while (i < tokens.size()) {
            int end = end(tokens, free, i);
            if (end == i) {
                i++;
                continue;
            }
            List<String> words =
                    tokens.subList(i, end).stream().map(t -> bare(t.text())).toList();
            String name = String.join(" ", words);
            boolean listed = ambiguous.byName().containsKey(name);
            if (listed || named(tokens, i, end)) {
                candidates.putIfAbsent(name, words);
                seen.merge(name, 1, Integer::sum);
                if (listed || i > 0 || words.size() > 1) {
                    firm.add(name);
                }
            }
            i = end;
        }
    }

    private static boolean[] free(Sentence sentence) {
        boolean[] free = new boolean[sentence.tokens().size()];
        for (int i = 0; i < free.length; i++) {
            Token token = sentence.tokens().get(i);
            free[i] = sentence.found().stream().noneMatch(f -> overlaps(f, token));
        }
        return free;
    }

    private static boolean overlaps(Found found, Token token) {
        return found.start() < token.end() && token.start() < found.end();
    }

    /** End of the run of capitalised words that begins here; the place itself when none does. */
    private int end(List<Token> tokens, boolean[] free, int from) {
        int end = from;
        while (end < tokens.size()
                && end - from < LONGEST
                && free[end]
                && capital(tokens.get(end).text())) {
            end++;
            boolean ampersand = end + 1 < tokens.size()
                    && tokens.get(end).text().equals("&")
                    && capital(tokens.get(end + 1).text());
            if (ampersand) {
                end++;
            }
        }
        return end;
    }

    private boolean capital(String text) {
        String word = bare(text);
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '\'')
                && !lexicon.noNames.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String bare(String text) {
        return text.endsWith("'s") || text.endsWith("\u2019s") ? text.substring(0, text.length() - 2) : text;
    }

    /** Whether the words around allow the run to be a company. */
    private boolean named(List<Token> tokens, int from, int end) {
        boolean proper = false;
        boolean shouted = true;
        for (int i = from; i < end; i++) {
            proper |= tokens.get(i).pos().startsWith("PROPN");
            shouted &= tokens.get(i).text().equals(tokens.get(i).text().toUpperCase(Locale.ROOT));
        }
        String before = from == 0 ? "" : tokens.get(from - 1).text().toLowerCase(Locale.ROOT);
        String after = end == tokens.size() ? "" : tokens.get(end).text().toLowerCase(Locale.ROOT);
        String posAfter = end == tokens.size() ? "" : tokens.get(end).pos();
        boolean acts =
                posAfter.equals("VERB") || posAfter.equals("AUX") || after.equals("'s") || after.equals("\u2019s");
        boolean place = before.equals("in")
                && (from < 2 || !INVESTING.contains(tokens.get(from - 2).text().toLowerCase(Locale.ROOT)));
        String head = bare(tokens.get(end - 1).text()).toLowerCase(Locale.ROOT);
        boolean elsewhere = place
                || FACILITY_HEADS.contains(head)
                || lexicon.notAfterNames.contains(after)
                || lexicon.notBeforeNames.contains(before);
        boolean numbered = posAfter.equals("NUM") && end - from == 1;
        boolean initials = shouted && tokens.get(from).text().length() < 5;
        return !numbered
                && !initials
                && !elsewhere
                && !(shouted && end - from > 1)
                && (proper || (acts && from > 0))
                && (from > 0 || acts || end - from > 1);
    }

    private void add(String name, List<String> words, Ambiguous ambiguous) {
        CompanyFact fact = ambiguous.byName().get(name);
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]++", "-");
        Name entry = fact == null
                ? new Name(words, new Company(id, name), id, lexicon.kindOfName(name))
                : new Name(
                        words,
                        fact.company(),
                        ambiguous.companies().root(fact.company().id()),
                        fact.kind());
        List<Name> same = byFirst.computeIfAbsent(words.getFirst(), k -> new ArrayList<>());
        same.add(entry);
        same.sort((a, b) -> Integer.compare(b.words.size(), a.words.size()));
    }

    /** The name that begins at a token, the longest first; null when none does. */
    @Nullable
    Hit at(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        for (Name name : byFirst.getOrDefault(bare(tokens.get(from).text()), List.of())) {
            int length = name.words.size();
            boolean fits = from + length <= tokens.size();
            for (int i = 0; fits && i < length; i++) {
                fits = bare(tokens.get(from + i).text()).equals(name.words.get(i));
            }
            if (fits) {
                int start = tokens.get(from).start();
                Token last = tokens.get(from + length - 1);
                int end = last.start() + name.words.getLast().length();
                return new Hit(
                        new Party(name.company, name.root, name.kind, start, end, sentence.inTitle(), false), length);
            }
        }
        return null;
    }
}
