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

    private static boolean belongs(String source, Span before, Span after) {
        String head = source.substring(before.getStart(), before.getEnd());
        String last = Lexer.fold(head.substring(head.lastIndexOf(' ') + 1));
        if (OPEN.contains(last)) {
            return true;
        }
        int next = source.codePointAt(after.getStart());
        return MAYBE.contains(last) && !Character.isUpperCase(next) && next != '"' && next != '\u201c';
    }
}
