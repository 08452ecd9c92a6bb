package dealscope.ledger;

/** How two values for the same thing stand to each other. */
enum Agreement {
    /** The same within what writers round away. */
    SAME,
    /** Close enough to be the same thing told differently. */
    NEAR,
    DIFFERENT,
    /** One is missing, or they cannot be compared. */
    UNKNOWN
}
