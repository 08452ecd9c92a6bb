package dealscope.web.page;

/**
 * What every page has around its content.
 *
 * @param section of the navigation that is marked as current: {@code deals}, {@code companies}, {@code feeds}, {@code about}
 * @param query in the search box
 * @param tab that a search from here keeps: empty, or {@code articles}
 * @param live whether the search box finds while one types
 * @param token for forms
 */
public record Chrome(
        String title,
        String section,
        String query,
        String tab,
        boolean live,
        String token,
        String css,
        String script,
        String box,
        String htmx,
        String icon) {}
