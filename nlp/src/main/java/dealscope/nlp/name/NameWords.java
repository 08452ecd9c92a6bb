package dealscope.nlp.name;

import dealscope.fact.WordList;
import dealscope.nlp.text.Lexeme;
import java.util.HashSet;
import java.util.Set;

/** Words that begin no name, are no name, or begin a person's. */
final class NameWords {
    private final Set<String> functionWords = WordList.load("function-words.txt");
    private final Set<String> notNames = WordList.load("not-names.txt");
    private final Set<String> firstNames = lower(WordList.load("first-names.txt"));

    private static Set<String> lower(Set<String> words) {
        Set<String> lower = new HashSet<>();
        words.forEach(word -> lower.add(word.toLowerCase(java.util.Locale.ROOT)));
        return lower;
    }

    boolean isFirstName(Lexeme lexeme) {
        return firstNames.contains(lexeme.folded());
    }

    boolean isFunctionWord(Lexeme lexeme) {
        return functionWords.contains(lexeme.folded());
    }

    boolean isNoName(String name) {
        return notNames.contains(name.toLowerCase(java.util.Locale.ROOT));
    }
}
