package dealscope.ledger;

/** Every number by which reports are joined or kept apart, with its reason, in one place. Times are days. */
final class Thresholds {
    private Thresholds() {}

    // -- amounts ---------------------------------------------------------------------------------------------------

    /** Two exact amounts are the same: outlets round 11.9 to 12 only with "about". */
    static final double EXACT = 0.02;
    /** "nearly", "about", "roughly": within what writers round away. */
    static final double ABOUT = 0.07;
    /** Amounts in two currencies, or a rate times its term: exchange rates and ramps differ from text to text. */
    static final double DERIVED = 0.10;
    /** "over 40bn" still fits 52bn, not 80bn: a writer who knew of 80 would say so. */
    static final double AT_LEAST_REACH = 1.3;
    /** 17.4 and 19.4 are one contract told twice; 6.5 and 11.9 are two contracts. */
    static final double NEAR = 0.8;
    /** A contract of 17.4 may be told as "up to" something larger, up to this part of the ceiling. */
    static final double OF_CEILING = 0.4;
    /** A rumour's price moves more until it is signed. */
    static final double RUMOUR = 0.7;

    /** What the first investor of a round gives is at least this part of the round that is told for it. */
    static final double SHARE_OF_ROUND = 0.5;

    // -- time ------------------------------------------------------------------------------------------------------

    /** Coverage of one event: amounts that are merely near, or types that differ, still mean one deal. */
    static final long EVENT = 14;
    /** What an article tells beside its first deal, with no size, is news no longer than this. */
    static final long NEWS = 7;
    /** What is said to expand a deal that was news more than this before is another one. */
    static final long EXPANSION = 3;
    /** Without any value the next report of a pair is of the same deal until it has been silent for so long. */
    static final long SILENCE = 120;
    /** A deal ends, by closing or falling through, up to so long after it was last told: takeovers take a year and more. */
    static final long ENDING = 540;
    /** The same amount between the same pair after more than this is a new deal. */
    static final long SAME_AMOUNT = 365;
    /** A report without one of the sides and without an amount must be of the very same days. */
    static final long ONE_SIDED = 5;
    /** The same with an amount that matches. */
    static final long ONE_SIDED_AMOUNT = 30;
    /** A retelling may come a little before our first main report, because dates are those of publication. */
    static final long RETOLD_BEFORE = 14;
    /** How far a date in the text may be from the coverage it belongs to. */
    static final long STATED_DATE = 60;

    // -- power -----------------------------------------------------------------------------------------------------

    /** Below this ratio two capacities are not of one deal, when no amount says otherwise. */
    static final double POWER = 0.6;

    // -- parties ---------------------------------------------------------------------------------------------------

    /** A company that fewer of the reports name is left out of the deal's parties as a slip of reading. */
    static final double PARTY_SHARE = 0.25;
}
