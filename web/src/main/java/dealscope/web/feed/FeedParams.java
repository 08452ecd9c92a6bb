package dealscope.web.feed;

import dealscope.web.feed.FeedSelection.Show;
import dealscope.web.feed.FeedSelection.Sort;
import dealscope.web.http.Params;
import java.util.LinkedHashMap;
import java.util.Map;

/** A selection of feeds as parameters of an address: {@code q}, {@code state}, {@code category}, {@code sort}, {@code reversed}. */
public final class FeedParams {
    private FeedParams() {}

    /** @throws dealscope.web.http.RequestProblem when a value is none of those allowed */
    public static FeedSelection selection(Params params) {
        return new FeedSelection(
                params.text("q"),
                params.choice("state", Show.class, Show.ALL),
                params.text("category"),
                params.choice("sort", Sort.class, Sort.TROUBLE),
                params.flag("reversed", false));
    }

    /** The parameters of this selection in order, those that are as usual left blank. */
    public static Map<String, String> of(FeedSelection selection) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", selection.words());
        parameters.put(
                "state", selection.show() == Show.ALL ? "" : selection.show().label());
        parameters.put("category", selection.category());
        parameters.put(
                "sort", selection.sort() == Sort.TROUBLE ? "" : selection.sort().label());
        parameters.put("reversed", selection.reversed() ? "true" : "");
        return parameters;
    }
}
