package dealscope.nlp.claim;

/** What an amount is in its sentence. */
enum MoneyRole {
    /** A deal's value, surely. */
    PRICE,
    /** Nothing beside it says what it is: a deal's value when a deal is near. */
    PLAIN,
    /** A part of a deal's value: paid at once, first, on a milestone. */
    TRANCHE,
    PART,
    DEBT,
    VALUATION,
    REVENUE,
    /** Raised, held or invested up to now, the deal included. */
    TOTAL,
    CAPEX,
    /** Of a share price or a fortune. */
    MOVE,
    /** Of one share or one piece. */
    SHARE,
    OTHER;

    boolean mayBeValue() {
        return this == PRICE || this == PLAIN || this == TRANCHE || this == PART || this == DEBT;
    }
}
