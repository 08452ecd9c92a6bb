package dealscope.nlp.text;

import dealscope.deal.Mention;

/** A mention together with what is known of it; the detail's type goes with the mention's kind. */
public record Found(Mention mention, Detail detail) {
    public int start() {
        return mention.start();
    }

    public int end() {
        return mention.end();
    }
}
