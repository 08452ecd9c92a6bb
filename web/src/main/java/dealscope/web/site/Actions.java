package dealscope.web.site;

import dealscope.source.Candidate;
import dealscope.source.Opml;
import java.time.Instant;
import java.util.List;

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

    /** Removes the sample collection; returns the number of articles that went. */
    int removeSamples();

    /** What is going on now; cheap enough to be asked every second. */
    Progress progress();

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
