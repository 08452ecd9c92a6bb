package dealscope.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param section of the navigation that is marked as current: {@code deals}, {@code companies}, {@code feeds}, {@code about}
 * @param query in the search box
 * @param tab that a search from here keeps: empty, or {@code articles}
 * @param live whether the search box finds while one types
 * @param token for forms
 * @param json address of what this page shows as JSON; null when there is none, and then {@code csv} is null too
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
        String icon,
        @Nullable String json,
        @Nullable String csv) {}
