package dealscope.nlp.claim;

/**
 * The place of a frame's word in a line, with what its roles are looked for in.
 *
 * @param from number of the word's first unit
 * @param to number after its last unit
 * @param need number of the unit that met the frame's last need; the word's own when it needs nothing
 */
record Site(
        Line line,
        int from,
        int to,
        Frame frame,
        Inflection.Form form,
        boolean passive,
        int need,
        Coreference.Spoken spoken) {
    boolean verb() {
        return frame.verb();
    }

    /** A noun in the plural: "agreements with A and B" are two. */
    boolean plural() {
        return !frame.verb() && form == Inflection.Form.PRESENT;
    }
}
