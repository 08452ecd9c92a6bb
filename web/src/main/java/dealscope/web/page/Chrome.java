package dealscope.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param section of the navigation that is marked as current: {@code deals}, {@code companies}, {@code feeds}, {@code about}
 * @param query in the search box
 * @param kept further parameters that a search from here keeps: columns, the tab of articles
 * @param live whether the search box finds while one types
 * @param token for forms
 * @param assets where the addresses of style sheets and scripts begin
 * @param json address of what this page shows as JSON; null when there is none, and then {@code csv} is null too
 */
public record Chrome(
        String title,
        String section,
        String query,
        Map<String, String> kept,
        boolean live,
        String token,
        String assets,
        @Nullable String json,
        @Nullable String csv) {
    /** Address of a file of this name. */
    public String asset(String name) {
        return assets + name;
    }
}
