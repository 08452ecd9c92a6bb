package dealscope.nlp.mention;

import dealscope.fact.Companies;
import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.PhraseTrie;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words by which an article introduces a chip, and what the name of a chip looks like. Immutable, loaded once. */
final class ChipWords {
    static final int LONGEST = 3;
    private static final int LONGEST_CODE = 5;

    final Set<String> nouns = WordList.load("chip-nouns.txt");
    final Set<String> codeNouns = WordList.load("chip-code-nouns.txt");
    final Set<String> numbered = WordList.load("numbered-nouns.txt");
    final PhraseTrie<Boolean> names = trie("chip-namings.txt");
    final Set<String> columns = WordList.load("hardware-columns.txt");
    final Set<String> countColumns = WordList.load("count-columns.txt");
    final Set<String> purposes = WordList.load("chip-purposes.txt");
    final Set<String> adjectives = WordList.load("hardware-modifiers.txt");
    final PhraseTrie<Boolean> callings = trie("chip-callings.txt");
    /** Nouns that name a chip and nothing else, so that "the Pika accelerator" introduces one. */
    final Set<String> strictNouns = WordList.load("chip-strict-nouns.txt");
    /** What may stand behind the noun of a chip that is explained: "an accelerator for". */
    final Set<String> after = WordList.load("after-chip-nouns.txt");

    final PhraseTrie<Boolean> families = trie("chip-families.txt");
    final Set<String> determiners = WordList.load("chip-determiners.txt");
    final Set<String> firstNames = new HashSet<>();
    final Set<String> grades = WordList.load("chip-grades.txt");

    private final Set<String> notNames = WordList.load("not-names.txt");
    private final Set<String> functionWords = WordList.load("function-words.txt");
    private final Set<String> others = new HashSet<>();

    ChipWords() {
        WordList.load("first-names.txt").forEach(name -> firstNames.add(fold(name)));
        Companies.load().all().forEach(fact -> fact.names().forEach(name -> others.add(fold(name))));
        for (String list : List.of("places.txt", "products.txt", "publishers.txt", "agencies.txt", "demonyms.txt")) {
            WordList.load(list).forEach(name -> others.add(fold(name)));
        }
    }

    private static PhraseTrie<Boolean> trie(String file) {
        PhraseTrie<Boolean> trie = new PhraseTrie<>();
        WordList.load(file).forEach(words -> trie.add(words, true));
        return trie;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private boolean isTaken(Lexeme lexeme) {
        String word = lexeme.folded();
        return notNames.contains(word)
                || functionWords.contains(word)
                || others.contains(word)
                || adjectives.contains(word)
                || nouns.contains(word);
    }

    boolean isFunctionWord(Lexeme lexeme) {
        return functionWords.contains(lexeme.folded());
    }

    static boolean isOwner(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        boolean possessive = lexeme.is("s")
                && at > 0
                && (lexemes.get(at - 1).is("'") || lexemes.get(at - 1).is("\u2019"));
        return possessive || lexeme.is("its") || lexeme.is("their") || lexeme.is("our") || lexeme.is("own");
    }

    boolean isNamePart(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.number()) {
            return lexeme.text().length() < LONGEST_CODE && at > 0 && isNamePart(lexemes, at - 1);
        }
        boolean hyphen = lexeme.is("-")
                && !lexeme.spaced()
                && at > 0
                && lexemes.get(at - 1).capital();
        boolean code = lexeme.allCaps()
                && lexeme.text().length() == 1
                && isGlued(lexemes, at + 1)
                && lexemes.get(at + 1).number()
                && !notNames.contains(lexeme.folded());
        return hyphen || code || lexeme.letters() && lexeme.capital() && !isTaken(lexeme);
    }

    int nameEnd(List<Lexeme> lexemes, int from) {
        int to = from;
        while (to < lexemes.size()
                && to - from < LONGEST
                && (to > from || lexemes.get(to).letters())
                && isNamePart(lexemes, to)) {
            to++;
        }
        return to > from && lexemes.get(to - 1).is("-") ? to - 1 : to;
    }

    /** Capitals and digits in one word: ZR7, KX-2. */
    static boolean isCode(List<Lexeme> lexemes, int from, int to) {
        Lexeme first = lexemes.get(from);
        int at = from + 1;
        if (at < to && lexemes.get(at).is("-")) {
            at++;
        }
        return first.allCaps()
                && first.text().length() < LONGEST_CODE
                && at < to
                && lexemes.get(at).number()
                && !lexemes.get(at).spaced();
    }

    static boolean isGlued(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() && !lexemes.get(at).spaced();
    }
}
