package dealscope.web.api;

import dealscope.index.Snapshot;
import dealscope.store.ChangeHistory.Mark;
import dealscope.web.data.Json;
import dealscope.web.http.Params;
import dealscope.web.http.Reply;
import dealscope.web.http.RequestProblem;
import dealscope.web.http.Routing;
import dealscope.web.site.Site;
import dealscope.web.view.Links;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/changes}: what changed after a snapshot, removals included, for whoever keeps a copy: one line for each
 * article and deal, and a snapshot to go on from. Nothing is lost or told twice, however the store changes in between.
 */
final class Changes {
    private static final int LIMIT = 500;
    private static final int MOST = 5000;

    private final Site site;

    Changes(Site site) {
        this.site = site;
    }

    /** @param more whether there is more after {@code snapshot} */
    private record Answer(String snapshot, boolean more, List<ChangeJson> changes) {}

    /** @param url of its page; null for what is no more */
    private record ChangeJson(
            String id, String kind, @Nullable String url) {
        static ChangeJson of(Mark mark) {
            String url =
                    switch (mark.kind()) {
                        case "deal" -> Links.deal(mark.id());
                        case "article" -> Links.article(mark.id());
                        default -> null;
                    };
            return new ChangeJson(mark.id(), mark.kind(), url);
        }
    }

    void register(Routing routes) {
        routes.get("/api/changes", this::show);
    }

    private void show(Context ctx) {
        Params params = new Params(ctx, true, Set.of("since", "limit"));
        int limit = params.integer("limit", LIMIT, 1, MOST);
        String epoch = site.store().epoch();
        Snapshot since =
                params.text("since").isEmpty() ? new Snapshot(epoch, 0) : snapshot(params.text("since"), epoch);
        List<Mark> marks = site.store().changeHistory().after(since.seq(), limit);
        long last = marks.isEmpty() ? since.seq() : marks.getLast().seq();
        Answer answer = new Answer(
                new Snapshot(epoch, last).toString(),
                marks.size() == limit,
                marks.stream().map(ChangeJson::of).toList());
        Reply.bytes(ctx, 200, Reply.JSON, Json.bytes(answer));
    }

    private static Snapshot snapshot(String text, String epoch) {
        return Snapshot.parse(text)
                .filter(each -> each.epoch().equals(epoch))
                .orElseThrow(() -> RequestProblem.badParameter(
                        "\"since\" must be a snapshot that this server named; leave it out to begin anew."));
    }
}
