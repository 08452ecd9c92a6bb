package dealscope.deal;

/**
 * A company as it takes part in deals.
 *
 * @param id stable slug, from the fact file or made from the name: {@code anthropic}
 * @param name as people of the field write it
 */
public record Company(String id, String name) {}
