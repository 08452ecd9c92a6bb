package dealscope.extract;

/** The part of a page that a field was taken from. */
public enum Source {
    JSON_LD("json-ld"),
    MICRODATA("microdata"),
    OPENGRAPH("opengraph"),
    /** Any other meta element, a link element, the lang attribute. */
    META("meta"),
    /** What readers see. */
    VISIBLE("visible"),
    /** The address that answered. */
    URL("url"),
    /** The data that the page's own scripts are started with. */
    SCRIPT("script"),
    /** The page does not tell. */
    NONE("none");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** The name in answers and reasons: {@code json-ld}. */
    public String label() {
        return label;
    }
}
