package dealscope.ledger;

/**
 * What ties a report to others: an ultimate parent company that takes part, and the family of the deal. Only reports
 * that share a tie can be of one deal.
 */
public record Tie(String root, Family family) {}
