package dealscope.nlp.text;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with its sentences and mentions: what the deal finder starts from.
 *
 * @param articleId goes into the claims
 * @param title empty when there is none
 * @param text what was read of the article's text; a prefix of it when {@code truncated}, so all offsets agree
 * @param published null when unknown
 * @param publisher who wrote it; never a party by that alone
 * @param seen when Dealscope read it
 * @param sentences those of the title first ({@link Sentence#inTitle}), then those of the text, in order
 */
public record ReadText(
        String articleId,
        String title,
        String text,
        @Nullable Instant published,
        @Nullable String publisher,
        @Nullable Instant seen,
        List<Sentence> sentences,
        boolean truncated) {
    public ReadText {
        sentences = List.copyOf(sentences);
    }

    /** What the sentence's offsets count in: the title or the text. */
    public String source(Sentence sentence) {
        return sentence.inTitle() ? title : text;
    }

    /** The words of a sentence as written. */
    public String words(Sentence sentence) {
        return source(sentence).substring(sentence.start(), sentence.end());
    }
}
