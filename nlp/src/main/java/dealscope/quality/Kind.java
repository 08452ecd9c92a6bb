package dealscope.quality;

/** What is counted as found, missed or wrongly found. */
public enum Kind {
    COMPANIES("companies"),
    /** Amounts with their period. */
    MONEY("money"),
    MONEY_WITHOUT_PERIOD("money (ignoring per)"),
    HARDWARE("hardware"),
    POWER("power"),
    /** Type, parties and direction right; wrong ones are counted over all deals. */
    MAIN_DEALS("deals (main)"),
    ALL_DEALS("deals (all)"),
    /** Parties right in either direction, of any type. */
    MAIN_DEALS_LOOSE("deals loose (main)"),
    ALL_DEALS_LOOSE("deals loose (all)");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** For people and data files. */
    public String label() {
        return label;
    }
}
