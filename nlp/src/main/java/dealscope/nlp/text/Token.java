package dealscope.nlp.text;

/**
 * A word, number or sign.
 *
 * @param start offset in the same source as the sentence's
 * @param pos part of speech, Universal Dependencies: {@code NOUN PROPN VERB AUX ADJ NUM ADP PUNCT SYM PART ...}
 */
public record Token(int start, int end, String text, String pos) {
    public Token {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("bad span [" + start + ", " + end + ")");
        }
    }
}
