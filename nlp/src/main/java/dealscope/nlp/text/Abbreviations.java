package dealscope.nlp.text;

import dealscope.fact.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.util.Span;

/** Joins sentences again that were cut after an abbreviation: "Alphabet Inc. | said". */
final class Abbreviations {
    /** Never the end of a sentence: a name or a number follows. */
    private static final Set<String> OPEN = WordList.load("abbreviations-open.txt");

    /** The end of a sentence only when a capital follows. */
    private static final Set<String> MAYBE = WordList.load("abbreviations.txt");

    private static final String STOPS = ".!?\u2026";
    private static final String CLOSING = ")]}\"'\u2019\u201d\u00bb*_";

    private Abbreviations() {}

    static List<Span> rejoin(String source, List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && span.getEnd() - last.getStart() <= TextReader.CHUNK && belongs(source, last, span)) {
                joined.set(joined.size() - 1, new Span(last.getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** OpenNLP cuts at the white space after any dot, also after "$1.5"; a sentence ends with its stop and closing signs. */
    private static boolean ends(String sentence) {
        int at = sentence.length() - 1;
        while (at > 0 && CLOSING.indexOf(sentence.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || STOPS.indexOf(sentence.charAt(at)) >= 0;
    }

    /** The "d.a." of D.A. Davidson. */
    private static boolean isInitials(String word) {
        boolean initials = word.length() >= 4 && word.length() <= 6 && word.length() % 2 == 0;
        for (int i = 0; initials && i < word.length(); i++) {
            initials = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
        }
        return initials;
    }

    private static boolean belongs(String source, Span before, Span after) {
        String head = source.substring(before.getStart(), before.getEnd());
        String last = Lexer.fold(head.substring(head.lastIndexOf(' ') + 1));
        if (OPEN.contains(last) || !ends(head) || isInitials(last) && !MAYBE.contains(last)) {
            return true;
        }
        int next = source.codePointAt(after.getStart());
        return MAYBE.contains(last) && !Character.isUpperCase(next) && next != '"' && next != '\u201c';
    }
}
