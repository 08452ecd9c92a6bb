package dealscope.nlp.claim;

import dealscope.deal.DealType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One telling of a deal: a word in a line with the parties around it.
 *
 * @param type null when nothing says what is bought
 * @param from number of the first unit of the word that tells of it
 * @param form tense of the word
 * @param open whether the word leaves open who pays
 * @param bias how sure it is who pays
 * @param weight 0 to 1
 */
record Candidate(
        @Nullable DealType type,
        List<Party> payer,
        List<Party> payee,
        Line line,
        int from,
        int to,
        Frame frame,
        Inflection.Form form,
        boolean open,
        double bias,
        double weight) {
    private static final Set<String> TO_DATE = Words.of("sum-to-date");
    private static final Set<String> HAVE = Words.of("have");

    Candidate turned() {
        return new Candidate(type, payee, payer, line, from, to, frame, form, open, bias, weight);
    }

    Candidate between(List<Party> newPayer, List<Party> newPayee) {
        return new Candidate(type, newPayer, newPayee, line, from, to, frame, form, open, bias, weight);
    }

    Candidate weighing(double newWeight) {
        return new Candidate(type, payer, payee, line, from, to, frame, form, open, bias, newWeight);
    }

    Candidate sure(double newBias) {
        return new Candidate(type, payer, payee, line, from, to, frame, form, open, newBias, weight);
    }

    Candidate as(DealType newType) {
        return new Candidate(newType, payer, payee, line, from, to, frame, form, open, bias, weight);
    }

    /** "X has put $8bn into Y": all that was ever invested. */
    boolean toDate() {
        return frame.verb()
                && (type == DealType.INVESTMENT || type == DealType.DEBT)
                && form == Inflection.Form.PAST
                && TO_DATE.contains(frame.cue())
                && HAVE.contains(line.word(from - 1))
                && !line.inTitle();
    }

    /** A note for people: which word, in which sentence. */
    String why(String sentence) {
        if (frame.isLearned()) {
            return "learned (" + frame.cue() + "): " + sentence.strip();
        }
        return frame.cue() + (frame.verb() ? " (verb): " : " (noun): ") + sentence.strip();
    }
}
