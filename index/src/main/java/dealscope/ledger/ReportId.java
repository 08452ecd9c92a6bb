package dealscope.ledger;

/** A report's identity: the article and the report's place in it. */
public record ReportId(String articleId, int ordinal) {}
