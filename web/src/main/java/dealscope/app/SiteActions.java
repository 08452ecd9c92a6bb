package dealscope.app;

import dealscope.index.BadQuery;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.source.Backfill;
import dealscope.source.WebSub;
import dealscope.store.CorrectionStore;
import dealscope.store.Store;
import dealscope.web.alert.AlertDesk;
import dealscope.web.site.Actions;
import dealscope.web.site.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the site may ask the program to do. */
final class SiteActions implements Actions {
    private final Program program;
    private final Store store;
    private final Refresher refresher;

    SiteActions(Program program) {
        this.program = program;
        this.store = program.store();
        this.refresher = program.refresher();
    }

    @Override
    public void refreshAll() {
        store.makeDue(RefreshWait.askable(store, program.clock().instant()));
        refresher.request();
    }

    @Override
    public RefreshFeed refreshFeed(String feedId) {
        RefreshFeed answer = mayRefresh(feedId);
        if (answer instanceof RefreshFeed.Asked) {
            store.makeDue(List.of(feedId));
            refresher.request();
        }
        return answer;
    }

    @Override
    public RefreshFeed mayRefresh(String feedId) {
        return RefreshWait.check(store, feedId, program.clock().instant());
    }

    @Override
    public boolean stopRefresh() {
        return refresher.stop();
    }

    @Override
    public AddFeed addFeed(String url) {
        return reading(program.adding().add(url, FeedAdding.Wish.NONE));
    }

    @Override
    public AddFeed followFeed(String url) {
        return reading(program.adding().follow(url, FeedAdding.Wish.NONE));
    }

    private AddFeed reading(AddFeed done) {
        if (done instanceof AddFeed.Added) {
            refresher.request();
        }
        return done;
    }

    @Override
    public ImportReport importFeeds(byte[] opml) {
        ImportReport report = new ListTransfer(store, program.rules().rules())
                .read(opml, program.clock().instant());
        if (report.added() > 0) {
            refresher.request();
        }
        return report;
    }

    @Override
    public byte[] exportFeeds() {
        return ListTransfer.write(store);
    }

    @Override
    public Optional<RuleTrial> tryRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery {
        return program.rules().tryRules(feedId, keep, drop);
    }

    @Override
    public Optional<Integer> setRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery {
        Optional<Integer> back = program.rules().setRules(feedId, keep, drop);
        if (back.isPresent() && back.get() > 0) {
            refresher.request();
        }
        return back;
    }

    @Override
    public boolean startBackfill(String feedId, Backfill.Plan plan) {
        return store.feed(feedId)
                .map(feed -> program.backfills().start(feed, plan))
                .orElse(false);
    }

    @Override
    public Optional<BackfillState> backfill() {
        return program.backfills().state();
    }

    @Override
    public Optional<WebSub> webSub() {
        return program.webSub();
    }

    @Override
    public int removeSamples() {
        int removed = store.removeSamples();
        catchUp("the samples are gone from the store, but not yet from the index");
        return removed;
    }

    @Override
    public CorrectionStore.Outcome correct(CorrectionRequest asked) throws BadCorrection {
        CorrectionStore.Outcome outcome = store.corrections().save(asked);
        catchUp("the correction is stored, but not yet in the index");
        return outcome;
    }

    @Override
    public int importCorrections(List<String> lines) throws BadCorrection {
        int added = store.corrections().importLines(lines);
        catchUp("the corrections are stored, but not yet in the index");
        return added;
    }

    private void catchUp(String otherwise) {
        try {
            program.catchUp();
        } catch (IOException e) {
            throw new UncheckedIOException(otherwise, e);
        }
    }

    @Override
    public AlertDesk alerts() {
        return program.alerts();
    }

    @Override
    public Progress progress() {
        return refresher.progress();
    }
}
