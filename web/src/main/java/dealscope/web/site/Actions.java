package dealscope.web.site;

import dealscope.index.BadQuery;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.source.Backfill;
import dealscope.source.Candidate;
import dealscope.source.Opml;
import dealscope.source.WebSub;
import dealscope.store.CorrectionStore;
import dealscope.web.alert.AlertDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program does when a person asks for it. The site calls these from request threads, so each returns soon; the
 * work itself goes on in the background and is told by {@link #progress}.
 */
public interface Actions {
    /** Makes every feed due that may be asked now, and starts to read them. */
    void refreshAll();

    /** Makes one feed due and starts to read it, if it may be asked now. */
    RefreshFeed refreshFeed(String feedId);

    /** What {@link #refreshFeed} would answer now. */
    RefreshFeed mayRefresh(String feedId);

    /** Stops the refresh under way; what was read is kept. False when there is none. */
    boolean stopRefresh();

    /**
     * Follows the feed of this site or address, as typed by a person. Asks the web, so it may take some seconds; all else
     * here returns at once.
     */
    AddFeed addFeed(String url);

    /** Follows the feed at exactly this address without asking the web first. */
    AddFeed followFeed(String url);

    /** Follows the feeds of an OPML file; the caller caps its size. */
    ImportReport importFeeds(byte[] opml);

    /** All feeds with what was set for them, as OPML in UTF-8. */
    byte[] exportFeeds();

    /**
     * What rules would do to a feed, without doing it; empty when there is no such feed.
     *
     * @param keep a query, or null to keep everything
     * @param drop a query, or null to drop nothing
     * @throws BadQuery when one of them cannot be a rule, with what to change
     */
    Optional<RuleTrial> tryRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery;

    /**
     * Sets both rules of a feed. Articles that are stored stay; dropped entries that pass now come back.
     *
     * @return how many came back; empty when there is no such feed
     * @throws BadQuery as {@link #tryRules}
     */
    Optional<Integer> setRules(String feedId, @Nullable String keep, @Nullable String drop) throws BadQuery;

    /**
     * Begins to look for older entries of a feed than it shows; told by {@link #backfill}.
     *
     * @return false when there is no such feed, or another one is under way
     */
    boolean startBackfill(String feedId, Backfill.Plan plan);

    /** The search for older entries that is under way, else the last one since the program began. */
    Optional<BackfillState> backfill();

    /** What hubs call back to, when the program has a public address. */
    Optional<WebSub> webSub();

    /** Removes the sample collection; returns the number of articles that went. */
    int removeSamples();

    /** Stores a correction, and brings deals and index up to date. */
    CorrectionStore.Outcome correct(CorrectionRequest asked) throws BadCorrection;

    /**
     * Takes over corrections that were exported as lines of NDJSON; returns how many were new.
     *
     * @throws BadCorrection when a line is none; then nothing is taken over
     */
    int importCorrections(List<String> lines) throws BadCorrection;

    /** Where alerts are made, changed and tried out. */
    AlertDesk alerts();

    /** What is going on now; cheap enough to be asked every second. */
    Progress progress();

    /**
     * What rules would do to what is stored of a feed.
     *
     * @param articles stored articles that the feed carried
     * @param kept titles of some that would be kept
     * @param dropped titles of some that would be dropped
     * @param wouldDrop how many of {@code articles} the rules would have dropped
     * @param held entries that the present rules hold back
     * @param wouldReturn how many of {@code held} would come back
     */
    record RuleTrial(int articles, int wouldDrop, List<String> kept, List<String> dropped, int held, int wouldReturn) {
        public RuleTrial {
            kept = List.copyOf(kept);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * A search for older entries of a feed.
     *
     * @param result null while it is under way and when it failed
     * @param failure in words, when it failed
     */
    record BackfillState(
            String feedId,
            Backfill.Plan plan,
            Backfill.Step step,
            Backfill.@Nullable Result result,
            @Nullable String failure) {
        public boolean running() {
            return result == null && failure == null;
        }
    }

    /**
     * What came of a list of feeds.
     *
     * @param known feeds that were followed already
     * @param repeated outlines whose address the list names more than once
     * @param refused outlines that could not be followed, with the reason
     * @param cut whether the list is longer than what is taken of one
     */
    record ImportReport(int added, int known, int repeated, List<Opml.Refusal> refused, boolean cut) {
        public ImportReport {
            refused = List.copyOf(refused);
        }
    }

    /** What came of the wish to refresh a feed. */
    sealed interface RefreshFeed {
        /** It is due, and read as soon as its turn comes. */
        record Asked() implements RefreshFeed {}

        /**
         * It may not be asked yet.
         *
         * @param reason in words: "it was asked a moment ago"
         */
        record NotBefore(Instant at, String reason) implements RefreshFeed {}

        /** It is switched off. */
        record Paused() implements RefreshFeed {}

        /** There is no such feed. */
        record Unknown() implements RefreshFeed {}
    }

    /** What came of adding a feed. */
    sealed interface AddFeed {
        record Added(String feedId) implements AddFeed {}

        /** It is followed already. */
        record Known(String feedId) implements AddFeed {}

        /** There are several feeds; {@link #followFeed} takes the one that the person chooses. */
        record Choice(List<Candidate> candidates) implements AddFeed {
            public Choice {
                candidates = List.copyOf(candidates);
            }
        }

        /** @param reason in words, for the person who typed the address */
        record Refused(String reason) implements AddFeed {}
    }
}
