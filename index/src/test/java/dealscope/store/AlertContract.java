package dealscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.AlertEvent.Kind;
import dealscope.alert.DealFacts;
import dealscope.alert.Delivery;
import dealscope.alert.Delivery.Channel;
import dealscope.alert.Delivery.State;
import dealscope.deal.Deal;
import dealscope.store.AlertStore.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the store promises of alerts on either database. */
abstract class AlertContract extends CorrectionContract {
    private static final Instant MAY = Instant.parse("2026-05-06T00:00:00Z");
    private static final String DEAL = "anthropic-spacex-compute-2026-05";

    private static Alert alert(String id, String webhook, String email) {
        return new Alert(id, "Name of " + id, "payer:anthropic", false, webhook, email, false, NOW);
    }

    private static AlertEvent event(String id, String alert, Deal deal) {
        return new AlertEvent(id, alert, Kind.NEW, deal.id(), null, NOW, null, DealFacts.of(deal));
    }

    /** Notes what is pending with an event for each deal that is there. */
    private List<AlertEvent> tell(String alert, String prefix) {
        Pending pending = store.alerts().pending(99);
        List<AlertEvent> events = pending.news().stream()
                .filter(news -> news.now() != null)
                .map(news -> event(prefix + news.id(), alert, news.now()))
                .toList();
        assertTrue(store.alerts().note(pending, events));
        return events;
    }

    @Test
    void alertsAreStoredChangedPausedRemovedAndBroughtBack() {
        AlertStore alerts = store.alerts();
        Alert one = alert("one", "https://hooks.example/a", null);
        assertTrue(alerts.save(one, "whsec_1"));
        assertTrue(alerts.save(alert("two", null, "ada@example.com"), null));
        assertEquals(one, alerts.byId("one").orElseThrow());
        assertEquals("whsec_1", alerts.secret("one"));
        assertNull(alerts.secret("two"));
        long revision = alerts.revision();
        assertTrue(alerts.save(one.withPaused(true), null));
        assertNotEquals(revision, alerts.revision());
        assertEquals("whsec_1", alerts.secret("one"), "a change without a secret keeps it");
        assertEquals(
                List.of("two"), alerts.active().alerts().stream().map(Alert::id).toList());
        assertTrue(alerts.remove("two"));
        assertFalse(alerts.remove("two"));
        assertEquals(List.of(one.withPaused(true)), alerts.all());
        assertTrue(alerts.restore("two"));
        assertEquals(2, alerts.all().size());
        assertFalse(alerts.restore("three"));
    }

    @Test
    void eachChangedDealIsPendingUntilItIsNotedWithWhatWasKnownBefore() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        Pending first = store.alerts().pending(99);
        assertEquals(List.of(DEAL), first.news().stream().map(DealNews::id).toList());
        assertNull(first.news().getFirst().before());
        assertTrue(store.alerts().note(first, List.of()));
        assertEquals(List.of(), store.alerts().pending(99).news());
        assertFalse(store.alerts().note(first, List.of()), "it was noted before");
        read("a1", MAY, deal("anthropic", "spacex", 40));
        DealNews changed = store.alerts().pending(99).news().getFirst();
        assertEquals(45e9, changed.before().facts().value().max().doubleValue());
        assertEquals(40e9, changed.now().value().max().doubleValue());
    }

    @Test
    void aSmallLimitLosesNothing() {
        read("a1", MAY, deal("anthropic", "spacex", 45), deal("meta", "amd", 60), deal("google", "intel", 2));
        int seen = 0;
        for (Pending pending = store.alerts().pending(1);
                pending.from() < pending.to();
                pending = store.alerts().pending(1)) {
            seen += pending.news().size();
            assertTrue(store.alerts().note(pending, List.of()));
        }
        assertEquals(3, seen);
    }

    @Test
    void aRebuildOfAllDealsAndReadingAgainLeaveFactsAsTheyAre() {
        read("a1", MAY, deal("anthropic", "spacex", 45));
        tell("none", "");
        store.rebuildDeals();
        read("a1", MAY, deal("anthropic", "spacex", 45));
        for (DealNews news : store.alerts().pending(99).news()) {
            assertEquals(
                    List.of(), news.before().facts().changesTo(DealFacts.of(news.now())), "nothing to tell of " + news);
        }
    }

    @Test
    void aDealThatBecamePartOfAnotherIsKnownThereWithWhoToldOfIt() throws Exception {
        store.alerts().save(alert("one", null, null), null);
        read("a1", MAY, deal("anthropic", "spacex", 45));
        read("a2", MAY, deal("anthropic", "xai", 3));
        String other =
                dealIds().stream().filter(id -> !id.equals(DEAL)).findFirst().orElseThrow();
        tell("one", "e-");
        save(request("merge", DEAL, other, "", "", "", ""));
        List<DealNews> news = store.alerts().pending(99).news();
        DealNews merged =
                news.stream().filter(each -> each.now() != null).findFirst().orElseThrow();
        assertEquals(1, merged.former().size());
        assertEquals(2, merged.tellers().size());
        assertTrue(news.stream().filter(each -> each.now() == null).allMatch(DealNews::moved));
        tell("one", "f-");
        assertEquals(List.of(), store.alerts().pending(99).news());
    }

    @Test
    void aHiddenDealIsGoneForThoseWhoToldOfIt() throws Exception {
        store.alerts().save(alert("one", null, null), null);
        read("a1", MAY, deal("anthropic", "spacex", 45));
        tell("one", "e-");
        save(request("hide", DEAL, "", "", "", "", ""));
        DealNews gone = store.alerts().pending(99).news().getFirst();
        assertNull(gone.now());
        assertFalse(gone.moved());
        assertEquals("one", gone.tellers().getFirst().alertId());
    }

    @Test
    void anEventIsPlannedOnceForEachChannelAndMailsAreGathered() {
        store.alerts().save(alert("one", "https://hooks.example/a", "ada@example.com"), "whsec_1");
        read("a1", MAY, deal("anthropic", "spacex", 45), deal("meta", "amd", 60));
        List<AlertEvent> events = tell("one", "e-");
        assertEquals(2, events.size());
        List<Delivery> planned = store.alerts().deliveries("one", 9);
        assertEquals(
                List.of(1, 1),
                planned.stream()
                        .filter(each -> each.channel() == Channel.WEBHOOK)
                        .map(each -> each.eventIds().size())
                        .toList());
        Delivery mail = planned.stream()
                .filter(each -> each.channel() == Channel.EMAIL)
                .findFirst()
                .orElseThrow();
        assertEquals(3, planned.size());
        assertEquals(events, store.alerts().eventsOf(mail));
        assertEquals(NOW.plus(AlertStore.MAIL_WAIT), mail.next());
        assertEquals(events.reversed(), store.alerts().events("one", 9));
    }

    @Test
    void whatIsTakenIsLeasedSurvivesAnEndAndIsDueAgain() {
        store.alerts().save(alert("one", "https://hooks.example/a", null), "whsec_1");
        read("a1", MAY, deal("anthropic", "spacex", 45));
        tell("one", "e-");
        Delivery taken = store.alerts().take(9, Duration.ofMinutes(5)).getFirst();
        assertEquals(List.of(), store.alerts().take(9, Duration.ofMinutes(5)), "somebody is at it");
        store.close();
        store = Store.open(url, new dealscope.ledger.Resolver(), () -> NOW.plus(Duration.ofMinutes(6)));
        Delivery again = store.alerts().take(9, Duration.ofMinutes(5)).getFirst();
        assertEquals(taken.id(), again.id());
        assertEquals(taken.eventIds(), again.eventIds());
        Instant at = NOW.plus(Duration.ofMinutes(6));
        store.alerts()
                .tried(new Delivery(
                        again.id(), "one", Channel.WEBHOOK, List.of(), State.SENT, 1, null, NOW, at, 204, null));
        store.close();
        store = Store.open(url, new dealscope.ledger.Resolver(), () -> NOW.plus(Duration.ofDays(1)));
        assertEquals(List.of(), store.alerts().take(9, Duration.ofMinutes(5)));
        Delivery done = store.alerts().deliveries("one", 9).getFirst();
        assertEquals(State.SENT, done.state());
        assertEquals(204, done.status());
        assertEquals(taken.eventIds(), done.eventIds());
    }

    @Test
    void aPausedAlertSendsNothingUntilItGoesOn() {
        Alert one = alert("one", "https://hooks.example/a", null);
        store.alerts().save(one, "whsec_1");
        read("a1", MAY, deal("anthropic", "spacex", 45));
        tell("one", "e-");
        store.alerts().save(one.withPaused(true), null);
        assertEquals(List.of(), store.alerts().take(9, Duration.ofMinutes(5)));
        store.alerts().save(one, null);
        assertEquals(1, store.alerts().take(9, Duration.ofMinutes(5)).size());
    }

    @Test
    void whatIsTooOldIsForgotten() {
        store.alerts().save(alert("one", "https://hooks.example/a", null), "whsec_1");
        store.alerts().save(alert("two", null, null), null);
        read("a1", MAY, deal("anthropic", "spacex", 45));
        tell("one", "e-");
        store.alerts().remove("two");
        store.alerts().purge();
        assertEquals(1, store.alerts().events("one", 9).size());
        store.close();
        store = Store.open(url, new dealscope.ledger.Resolver(), () -> NOW.plus(Duration.ofDays(400)));
        store.alerts().purge();
        assertFalse(store.alerts().restore("two"));
        assertEquals(1, store.alerts().events("one", 9).size(), "it still waits to be delivered");
    }
}
