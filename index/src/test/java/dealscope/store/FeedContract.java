package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedHistory;
import dealscope.crawler.FeedMove;
import dealscope.crawler.FeedOptions;
import dealscope.crawler.FeedState;
import dealscope.crawler.Pace;
import dealscope.crawler.Visit;
import dealscope.source.Subscription;
import dealscope.source.Subscription.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the store promises of feeds on either database, beside {@link StoreContract}. */
abstract class FeedContract extends StoreContract {
    @Test
    void aFeedComesBackAsItWasAdded() {
        FeedState feed = feed("wire");
        assertEquals(List.of(feed), store.addFeeds(List.of(feed)));
        assertEquals(List.of(feed), store.feeds());
        assertEquals(feed, store.feed("wire").orElseThrow());
        assertTrue(store.feed("nobody").isEmpty());
    }

    @Test
    void anAddressThatIsThereIsNotAddedAgain() {
        store.addFeeds(List.of(feed("wire")));
        assertEquals(List.of(), store.addFeeds(List.of(feed("wire"))));
        assertEquals(1, store.feeds().size());
    }

    @Test
    void theLongestWaitingFeedIsDueFirst() {
        store.addFeeds(List.of(
                due("late", NOW.minusSeconds(5)),
                due("never", null),
                due("early", NOW.minusSeconds(50)),
                due("future", NOW.plusSeconds(1))));
        assertEquals(
                List.of("never", "early", "late"),
                store.dueFeeds(NOW, 9).stream().map(FeedState::id).toList());
        assertEquals(1, store.dueFeeds(NOW, 1).size());
        store.makeDue(List.of("future"));
        assertEquals(3, store.dueFeeds(NOW, 9).size(), "asked a minute ago");
    }

    @Test
    void aFeedIsMadeDueUnlessItWasAskedAMomentAgo() {
        Instant next = NOW.plusSeconds(900);
        FeedState feed = due("wire", next);
        for (int minutes : List.of(9, 10)) {
            Instant last = NOW.minusSeconds(60L * minutes);
            FeedHistory history = new FeedHistory(next, last, last, null, 0, null, Pace.UNKNOWN);
            store.addFeeds(List.of(feed));
            store.saveVisit(feed.withHistory(history), visit("wire", last), List.of());
            store.makeDue(List.of("wire"));
            assertEquals(minutes == 9 ? 0 : 1, store.dueFeeds(NOW, 9).size(), minutes + " minutes ago");
        }
    }

    @Test
    void aFeedThatIsSwitchedOffIsNeverDueUntilItIsSwitchedOn() {
        FeedState feed = due("wire", NOW.plusSeconds(900));
        store.addFeeds(List.of(feed));
        store.changeFeed(named(feed, "Wire", false));
        assertEquals(List.of(), store.dueFeeds(NOW.plusSeconds(9999), 9));
        store.changeFeed(named(feed, "Wire", true));
        assertEquals(1, store.dueFeeds(NOW, 9).size());
    }

    @Test
    void aVisitUnderWayDoesNotUndoWhatTheUserChanged() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        store.changeFeed(named(feed, "My wire", false));
        store.saveVisit(feed, visit("wire", NOW), List.of());
        FeedState after = store.feed("wire").orElseThrow();
        assertEquals("My wire", after.title());
        assertFalse(after.options().enabled());
    }

    @Test
    void aDroppedEntryIsRememberedOnceAndComesBackWhenTheRulesLetItPass() {
        store.addFeeds(List.of(feed("wire")));
        Draft kept = draft("kept", "wire", true);
        Draft dropped = new Draft("guid-rumour", article("rumour", "wire", "A rumour"), true).withDropped(true);
        for (int visit = 0; visit < 2; visit++) {
            Visit stored = store.saveVisit(feed("wire"), visit("wire", NOW), List.of(kept, dropped));
            assertEquals(visit == 0 ? 1 : 0, stored.fresh());
        }
        assertEquals(1, store.pendingPages("wire", NOW, 9).size());
        assertEquals(1, store.sources().droppedCount("wire"));
        DroppedEntry entry = store.sources().dropped("wire", 9).getFirst();
        assertEquals(dropped.article().title(), entry.title());
        assertEquals(NOW, entry.seen());

        assertEquals(0, store.sources().reconsider("wire", article -> true, NOW));
        assertEquals(1, store.sources().reconsider("wire", article -> false, NOW));
        assertEquals(2, store.pendingPages("wire", NOW, 9).size());
        assertEquals(0, store.sources().droppedCount("wire"));
        store.saveVisit(feed("wire"), visit("wire", NOW), List.of(dropped));
        assertEquals(0, store.sources().droppedCount("wire"), "what is stored is not dropped afterwards");
    }

    @Test
    void allStoredAndAllDroppedEntriesOfAFeedAreHandedOver() {
        store.addFeeds(List.of(feed("wire"), feed("other")));
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            drafts.add(new Draft("guid" + i, article("a" + i, "wire", "Text"), true).withDropped(i % 5 == 0));
        }
        store.saveEntries("wire", visit("wire", NOW), drafts);
        store.saveEntries("other", visit("other", NOW), List.of(draft("a1", "other", true), draft("x", "other", true)));
        Set<String> stored = new TreeSet<>();
        Set<String> dropped = new TreeSet<>();
        store.sources().forEachArticle("wire", article -> assertTrue(stored.add(article.id())));
        store.sources().forEachDropped("wire", article -> assertTrue(dropped.add(article.id())));
        assertEquals(200, stored.size());
        assertEquals(50, dropped.size());
        List<String> ofOther = new ArrayList<>();
        store.sources().forEachArticle("other", article -> ofOther.add(article.id()));
        assertEquals(List.of("a1", "x"), ofOther);
        assertEquals(
                List.of(),
                store.saveEntries("nobody", visit("nobody", NOW), drafts).fresh() == 0 ? List.of() : drafts);
    }

    @Test
    void entriesThatCameAnotherWayLeaveTheFeedAsItIs() {
        store.addFeeds(List.of(feed("wire")));
        FeedState before = store.feed("wire").orElseThrow();
        assertEquals(
                1,
                store.saveEntries("wire", visit("wire", NOW), List.of(draft("a", "wire", true)))
                        .fresh());
        assertEquals(
                0,
                store.saveEntries("wire", visit("wire", NOW), List.of(draft("a", "wire", true)))
                        .fresh());
        assertEquals(before, store.feed("wire").orElseThrow());
        assertEquals(2, store.visits("wire", 9).size());
    }

    @Test
    void thePermanentRedirectsThatAFeedMetAreRemembered() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        FeedState after = new FeedState(
                feed.id(),
                feed.url(),
                feed.title(),
                feed.category(),
                feed.added(),
                feed.sample(),
                feed.options(),
                feed.validators(),
                feed.history(),
                new FeedMove("https://elsewhere.test/feed", 3));
        store.saveVisit(after, visit("wire", NOW), List.of());
        assertEquals(after, store.feed("wire").orElseThrow());
    }

    @Test
    void thePaceOfAFeedIsRemembered() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        var pace = new Pace(
                Duration.ofMinutes(95),
                Duration.ofHours(2),
                Duration.ofHours(3),
                Set.of(0, 1, 23),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        FeedState after = feed.withHistory(new FeedHistory(NOW, NOW, NOW, NOW, 2, "It rained.", pace));
        store.saveVisit(after, visit("wire", NOW), List.of());
        assertEquals(after, store.feed("wire").orElseThrow());
    }

    @Test
    void whatTheUserSetForAFeedIsKeptThroughAVisit() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        FeedState changed = feed.withOptions(new FeedOptions(
                true, "Mind the terms.", Duration.ofHours(2), "30 6 * * *", "company:anthropic", "horoscope OR chess"));
        store.changeFeed(changed);
        store.saveVisit(feed, visit("wire", NOW), List.of());
        assertEquals(changed, store.feed("wire").orElseThrow());
        store.changeFeed(feed);
        assertEquals(feed, store.feed("wire").orElseThrow());
    }

    @Test
    void aFeedIsAddedWithItsOptions() {
        FeedState feed = feed("wire")
                .withOptions(FeedOptions.of(false, "Off.")
                        .withSchedule(Duration.ofHours(3), null)
                        .withRules("a", "b"));
        store.addFeeds(List.of(feed));
        assertEquals(feed, store.feed("wire").orElseThrow());
        store.removeFeed("wire");
        FeedState again = feed.withOptions(FeedOptions.DEFAULT.withSchedule(null, "0 7 * * *"));
        assertEquals(again.options(), store.addFeeds(List.of(again)).getFirst().options());
    }

    @Test
    void aRemovedFeedKeepsItsArticlesAndCanBeRestored() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        store.saveVisit(feed, visit("wire", NOW), List.of(draft("a1", "wire", false)));
        assertTrue(store.removeFeed("wire"));
        assertFalse(store.removeFeed("wire"));
        assertEquals(List.of(), store.feeds());
        assertEquals(List.of(), store.dueFeeds(NOW, 9));
        assertTrue(store.article("a1").isPresent());
        assertTrue(store.restoreFeed("wire"));
        assertFalse(store.restoreFeed("wire"));
        assertEquals(List.of(feed), store.feeds());
    }

    @Test
    void aRemovedFeedThatIsAddedAnewComesBackWithItsMemory() {
        FeedState feed = feed("wire");
        store.addFeeds(List.of(feed));
        store.removeFeed("wire");
        List<FeedState> added = store.addFeeds(List.of(named(feed, "Wire again", true)));
        assertEquals("Wire again", added.getFirst().title());
        assertEquals("\"tag\"", added.getFirst().validators().etag());
    }

    @Test
    void whatWasAgreedWithAHubComesBackAsItWasStored() {
        store.addFeeds(List.of(feed("wire"), feed("other")));
        SourceStore sources = store.sources();
        Subscription offered =
                new Subscription("wire", "t1", "s1", "http://t/", "http://h/", State.OFFERED, null, NOW, 0, null, null);
        Subscription active = new Subscription(
                "wire",
                "t2",
                "s2",
                "http://t/2",
                "http://h/2",
                State.ACTIVE,
                "was slow",
                NOW.plusSeconds(60),
                2,
                NOW.plusSeconds(90),
                NOW);
        sources.save(offered);
        assertEquals(offered, sources.byFeed("wire").orElseThrow());
        assertEquals(List.of(offered), sources.due(NOW, 9));
        sources.save(active);
        assertTrue(sources.byToken("t1").isEmpty());
        assertEquals(active, sources.byToken("t2").orElseThrow());
        assertEquals(List.of(), sources.due(NOW.plusSeconds(59), 9));
        assertEquals(List.of(), sources.orphans(9));
        store.removeFeed("wire");
        assertEquals(List.of(active), sources.orphans(9));
        sources.remove("wire");
        assertEquals(List.of(), sources.orphans(9));
    }
}
