package dealscope.web.api;

import dealscope.web.site.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a refresh is, as {@code /api/refresh} and the event stream tell it. */
record RefreshJson(
        String state,
        boolean running,
        String words,
        int done,
        int total,
        int feedsDone,
        int feeds,
        int failed,
        int newArticles,
        int pagesDone,
        int pages,
        int articlesLeft,
        @Nullable Instant started,
        @Nullable Instant resumes) {
    static RefreshJson of(Progress progress) {
        return new RefreshJson(
                progress.state().label(),
                progress.running(),
                progress.words(),
                progress.done(),
                progress.total(),
                progress.feedsDone(),
                progress.feeds(),
                progress.failed(),
                progress.fresh(),
                progress.pagesDone(),
                progress.pages(),
                progress.articlesLeft(),
                progress.started(),
                progress.resumes());
    }
}
