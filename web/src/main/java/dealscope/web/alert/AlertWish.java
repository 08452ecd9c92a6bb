package dealscope.web.alert;

/**
 * An alert as somebody asks for it, unchecked.
 *
 * @param name blank: made from the query
 * @param webhook blank for none
 * @param email blank for none
 */
public record AlertWish(String name, String query, boolean background, String webhook, String email) {}
