package dealscope.quality;

/** How many were rightly found, wrongly found, and missed. */
public record Tally(int right, int wrong, int missed) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(int moreRight, int moreWrong, int moreMissed) {
        return new Tally(right + moreRight, wrong + moreWrong, missed + moreMissed);
    }

    /** In percent; 0 when nothing was found. */
    public double precision() {
        return percent(right, right + wrong);
    }

    /** In percent; 0 when there was nothing to find. */
    public double recall() {
        return percent(right, right + missed);
    }

    /** In percent. */
    public double f1() {
        double p = precision();
        double r = recall();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
