package dealscope.quality;

/** How often something else about what was found is so. */
public enum Rate {
    /** Counts found with the chips and systems that have one. */
    HARDWARE_COUNTS("hardware counts", true),
    /** Values, within 2 %, of the matched deals that state one. */
    VALUES("deal values", true),
    MAIN_VALUES("main deal values", true),
    /** Matched deals that state no value, but were given one. */
    SPURIOUS_VALUES("spurious values", false),
    STATUS("deal status", true),
    /** Statuses of the matched deals that are not announced: always to answer "announced" gives none of them. */
    STATUS_NOT_ANNOUNCED("status not announced", true),
    /** Articles without a deal in which one was found. */
    FALSE_ALARMS("false alarms", false);

    private final String label;
    private final boolean moreIsBetter;

    Rate(String label, boolean moreIsBetter) {
        this.label = label;
        this.moreIsBetter = moreIsBetter;
    }

    /** For people and data files. */
    public String label() {
        return label;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }
}
