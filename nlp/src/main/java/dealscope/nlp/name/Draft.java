package dealscope.nlp.name;

import dealscope.deal.MentionKind;
import dealscope.fact.CompanyFact;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence while its names are being found.
 *
 * @param source the title or the text that the offsets count in
 * @param headline in headline case or all capitals: capitals say little
 * @param taken spans that are numbers or hardware: no name is in them
 * @param names found so far, not overlapping
 */
record Draft(
        Sentence sentence,
        String source,
        List<Lexeme> lexemes,
        boolean headline,
        boolean allCaps,
        List<int[]> taken,
        List<Name> names) {

    /** More capitalised words than this and the sentence is in headline case. */
    private static final double HEADLINE = 0.75;

    /** How sure it is that a name is what it is taken for. */
    enum Trust {
        /** An ordinary word that may be a name. */
        DOUBTFUL,
        /** The name finder says so. */
        GUESSED,
        /** A list or a pattern says so. */
        SURE
    }

    /**
     * A name over the lexemes {@code [from, to)}.
     *
     * @param fact the company, when a list holds it
     */
    record Name(
            int from, int to, MentionKind kind, @Nullable CompanyFact fact, Trust trust) {
        Name as(Trust other) {
            return new Name(from, to, kind, fact, other);
        }
    }

    static Draft of(Sentence sentence, String source, List<Lexeme> lexemes, List<int[]> taken) {
        int words = 0;
        int capitals = 0;
        int shouted = 0;
        for (Lexeme lexeme : lexemes) {
            if (lexeme.letters() && lexeme.text().length() > 3) {
                words++;
                capitals += lexeme.capital() ? 1 : 0;
                shouted += lexeme.allCaps() ? 1 : 0;
            }
        }
        boolean headline = words > 3 && capitals > HEADLINE * words && !isProse(sentence, lexemes);
        return new Draft(
                sentence, source, lexemes, headline, words > 2 && shouted > 0.7 * words, taken, new ArrayList<>());
    }

    /** A sentence of the text that ends in a full stop, or a row of a table: its capitals are those of names. */
    private static boolean isProse(Sentence sentence, List<Lexeme> lexemes) {
        boolean row = lexemes.stream().anyMatch(lexeme -> lexeme.spaced() && (lexeme.is("/") || lexeme.is("|")));
        return !sentence.inTitle() && (row || lexemes.getLast().is("."));
    }

    int start(int from) {
        return lexemes.get(from).start();
    }

    int end(int to) {
        return lexemes.get(to - 1).end();
    }

    String text(int from, int to) {
        return source.substring(start(from), end(to));
    }

    String text(Name name) {
        return text(name.from(), name.to());
    }

    @Nullable
    Lexeme lexeme(int at) {
        return at >= 0 && at < lexemes.size() ? lexemes.get(at) : null;
    }

    boolean is(int at, String folded) {
        Lexeme lexeme = lexeme(at);
        return lexeme != null && lexeme.is(folded);
    }

    /** Whether no name, number or hardware is in the lexemes. */
    boolean free(int from, int to) {
        int start = start(from);
        int end = end(to);
        for (int[] span : taken) {
            if (start < span[1] && span[0] < end) {
                return false;
            }
        }
        return names.stream().noneMatch(name -> from < name.to() && name.from() < to);
    }

    /** Whether a number or hardware is in the lexeme. */
    boolean isTaken(int at) {
        return taken.stream().anyMatch(span -> start(at) < span[1] && span[0] < end(at + 1));
    }

    /** First lexeme that begins at or after the offset. */
    int lexemeAt(int offset) {
        int low = 0;
        int high = lexemes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lexemes.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
