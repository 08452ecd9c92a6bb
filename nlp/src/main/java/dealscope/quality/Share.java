package dealscope.quality;

/** How many of how many. */
public record Share(int part, int of) {
    static final Share NONE = new Share(0, 0);

    Share plus(boolean counts) {
        return new Share(part + (counts ? 1 : 0), of + 1);
    }

    /** In percent; NaN when there was nothing to look at. */
    public double percent() {
        return of == 0 ? Double.NaN : 100.0 * part / of;
    }
}
