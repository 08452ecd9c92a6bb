package dealscope.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.crawler.EntryFilter;
import dealscope.crawler.FeedState;
import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchRequest.Kind;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Intake;
import dealscope.crawler.MemoryStore;
import dealscope.fetch.FaultServer;
import dealscope.source.Subscription.State;
import dealscope.source.WebSub.Delivery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebSubTest {
    private static final String TOPIC = "http://a.test/feed";
    private static final String OFFER = "Link: <http://hub.test/hub>; rel=\"hub\", <" + TOPIC + ">; rel=\"self\"";

    private final SourceFixture fixture = new SourceFixture();
    private final FaultServer server = fixture.server;
    private final MemoryStore store = new MemoryStore(List.of());
    private final MemorySubscriptions subscriptions = new MemorySubscriptions();
    private final FeedState feed = MemoryStore.feed(TOPIC, SourceFixture.START);
    private final WebSub webSub = new WebSub(
            "https://us.example",
            fixture.web,
            fixture::parse,
            new Intake(store, EntryFilter.NONE, fixture),
            subscriptions,
            fixture);

    @BeforeEach
    void follow() {
        store.put(feed);
        subscriptions.feeds.put(feed.id(), feed);
        server.on("hub.test/hub", FaultServer.status("202 Accepted"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Subscription state() {
        return subscriptions.byFeed(feed.id()).orElseThrow();
    }

    private void read(String document, String... headers) {
        server.on("/feed", FaultServer.ok("application/rss+xml", document, headers));
        try (var errand = fixture.web.open()) {
            webSub.onDocument(feed, (Fetched) errand.fetch(FetchRequest.of(TOPIC, Kind.FEED)));
        }
    }

    private void subscribe() {
        read(SourceFixture.rssText("Wire"), OFFER);
        webSub.maintain();
        assertEquals(Optional.of("abc"), verify("subscribe", TOPIC, "86400"));
    }

    private Optional<String> verify(String mode, String topic, String lease) {
        return webSub.verify(state().token(), mode, topic, "abc", lease, null);
    }

    /** The form that the hub was sent last. */
    private Map<String, String> asked() {
        Map<String, String> fields = new HashMap<>();
        for (String pair : server.requests("hub.test/hub").getLast().body().split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private int times() {
        return server.requests("hub.test/hub").size();
    }

    private static String sign(String algorithm, String header, String secret, String body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return header + "=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private Delivery deliver(String signature, String body) {
        return webSub.deliver(state().token(), "application/rss+xml", signature, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOfferedHubIsAskedOnceWithEverythingTheRecommendationWants() {
        read(SourceFixture.rssText("Wire"), OFFER);
        assertFalse(webSub.isPushed(feed));
        webSub.maintain();
        webSub.maintain();
        assertEquals(1, times());
        assertEquals("subscribe", asked().get("hub.mode"));
        assertEquals(TOPIC, asked().get("hub.topic"));
        assertEquals("https://us.example/websub/" + state().token(), asked().get("hub.callback"));
        assertEquals(state().secret(), asked().get("hub.secret"));
        assertTrue(state().secret().length() >= 32 && state().secret().length() < 200);
        assertNotEquals(state().secret(), state().token());
        assertEquals("864000", asked().get("hub.lease_seconds"));
        read(SourceFixture.rssText("Wire"), OFFER);
        webSub.maintain();
        assertEquals(1, times());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='http://hub.test/hub'/>"
                        + "<link rel='self' href='/feed'/><title>W</title></feed>",
                "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>W</title>"
                        + "<a:link rel='HUB' href='http://hub.test/hub'/><a:link rel='self' href='http://a.test/feed'/>"
                        + "</channel></rss>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"W\",\"items\":[],"
                        + "\"feed_url\":\"http://a.test/feed\","
                        + "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"http://hub.test/hub\"}]}"
            })
    void theOfferMayStandInTheDocument(String document) {
        read(document);
        assertEquals("http://hub.test/hub", state().hub());
        assertEquals(TOPIC, state().topic());
    }

    @Test
    void headersGoBeforeTheDocumentAndHalfAnOfferIsNone() {
        String other = "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='http://other.test/'/>"
                + "<link rel='self' href='http://other.test/feed'/></feed>";
        read(other, OFFER);
        assertEquals("http://hub.test/hub", state().hub());
        subscriptions.remove(feed.id());
        read(SourceFixture.rssText("Wire"), "Link: <http://hub.test/hub>; rel=hub");
        assertTrue(subscriptions.byFeed(feed.id()).isEmpty());
    }

    @Test
    void onlyWhatWasAskedForIsConfirmed() {
        read(SourceFixture.rssText("Wire"), OFFER);
        assertEquals(Optional.empty(), verify("subscribe", TOPIC, null), "not asked yet");
        webSub.maintain();
        assertEquals(Optional.empty(), verify("subscribe", "http://other.test/feed", null));
        assertEquals(Optional.empty(), verify("unsubscribe", TOPIC, null));
        assertEquals(Optional.empty(), verify("nonsense", TOPIC, null));
        assertEquals(Optional.empty(), webSub.verify("guess", "subscribe", TOPIC, "abc", null, null));
        assertEquals(Optional.empty(), webSub.verify(state().token(), "subscribe", TOPIC, null, null, null));
        assertEquals(State.ASKED, state().state());
        assertEquals(Optional.of("abc"), verify("subscribe", TOPIC, "86400"));
        assertTrue(webSub.isPushed(feed));
    }

    @Test
    void aLeaseIsRenewedBeforeItsEndAndWithoutRenewalTheFeedIsPolledAgain() {
        subscribe();
        fixture.pass(Duration.ofHours(19));
        webSub.maintain();
        assertEquals(1, times());
        fixture.pass(Duration.ofHours(1));
        webSub.maintain();
        assertEquals(2, times());
        assertTrue(webSub.isPushed(feed), "the old lease still holds");
        assertEquals(Optional.of("abc"), verify("subscribe", TOPIC, "86400"));
        fixture.pass(Duration.ofHours(23));
        assertTrue(webSub.isPushed(feed));
        fixture.pass(Duration.ofHours(2));
        assertFalse(webSub.isPushed(feed));
    }

    @ParameterizedTest
    @CsvSource({"1, 300", "99999999999999, 2592000", "-5, 300", "soon, 864000", "7200, 7200"})
    void aLeaseBeyondReasonIsCutToReason(String said, long seconds) {
        read(SourceFixture.rssText("Wire"), OFFER);
        webSub.maintain();
        verify("subscribe", TOPIC, said);
        assertEquals(SourceFixture.START.plusSeconds(seconds), state().leaseEnd());
    }

    @Test
    void aHubThatFailsOrStaysSilentIsAskedAgainEverMoreRarely() {
        server.on("hub.test/hub", FaultServer.status("500 Oops"));
        read(SourceFixture.rssText("Wire"), OFFER);
        webSub.maintain();
        assertTrue(String.valueOf(state().reason()).contains("500"), state().toString());
        fixture.pass(Duration.ofMinutes(59));
        webSub.maintain();
        assertEquals(1, times());
        fixture.pass(Duration.ofMinutes(2));
        webSub.maintain();
        fixture.pass(Duration.ofMinutes(61));
        webSub.maintain();
        assertEquals(2, times());
        assertFalse(webSub.isPushed(feed));
    }

    @Test
    void aHubThatSaysNoIsLeftAloneForAWeek() {
        read(SourceFixture.rssText("Wire"), OFFER);
        webSub.maintain();
        webSub.verify(state().token(), "denied", TOPIC, null, null, "not for robots");
        assertEquals(State.REFUSED, state().state());
        assertTrue(String.valueOf(state().reason()).contains("not for robots"));
        fixture.pass(Duration.ofDays(6));
        webSub.maintain();
        assertEquals(1, times());
        fixture.pass(Duration.ofDays(2));
        webSub.maintain();
        assertEquals(2, times());
    }

    @Test
    void aHubOnAPrivateAddressIsNeverAskedAndAFormIsSentOnOnlyByRedirectsThatKeepIt() {
        try (FaultServer canary = new FaultServer()) {
            String self = "<" + TOPIC + ">; rel=self";
            read(SourceFixture.rssText("W"), "Link: <http://127.0.0.1:" + canary.port() + "/hub>; rel=hub, " + self);
            webSub.maintain();
            assertEquals(List.of(), canary.log());
            assertTrue(String.valueOf(state().reason()).length() > 10);
        }
        server.on("hub.test/hub", FaultServer.redirect(302, "http://hub.test/got"));
        read(SourceFixture.rssText("W"), OFFER);
        webSub.maintain();
        assertEquals(List.of(), server.requests("hub.test/got"));
        server.on("hub.test/hub", FaultServer.redirect(307, "http://hub.test/kept"));
        fixture.pass(Duration.ofHours(2));
        webSub.maintain();
        assertTrue(server.requests("hub.test/kept").getFirst().body().startsWith("hub.mode=subscribe&"));
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA1, sha1", "HmacSHA256, sha256", "HmacSHA384, sha384", "HmacSHA512, SHA512"})
    void aSignedMessageIsReadLikeTheFeedItself(String algorithm, String header) throws Exception {
        subscribe();
        String body = SourceFixture.rssText("Wire", "http://a.test/new");
        assertEquals(Delivery.TAKEN, deliver(sign(algorithm, header, state().secret(), body), body));
        assertEquals("http://a.test/new", store.articles().getFirst().url());
        assertEquals(SourceFixture.START, state().lastPush());
        assertEquals(Delivery.TAKEN, deliver(sign(algorithm, header, state().secret(), body), body));
        assertEquals(1, store.articles().size());
    }

    @Test
    void whatIsNotRightlySignedIsIgnored() throws Exception {
        subscribe();
        String body = SourceFixture.rssText("Wire", "http://a.test/forged");
        String right = sign("HmacSHA256", "sha256", state().secret(), body);
        String wrongKey = sign("HmacSHA256", "sha256", "guess", body);
        for (String signature : new String[] {
            null,
            "",
            "sha256",
            "sha256=",
            "sha256=zz",
            wrongKey,
            right.substring(0, 40),
            "md5=" + right.substring(7),
            "sha1=" + right.substring(7)
        }) {
            assertEquals(Delivery.IGNORED, deliver(signature, body), String.valueOf(signature));
        }
        assertEquals(Delivery.IGNORED, deliver(right, body + " "));
        assertEquals(List.of(), store.articles());
        assertEquals(Delivery.UNKNOWN, webSub.deliver("guess", null, right, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSignedMessageThatIsNoFeedMakesTheFeedDue() throws Exception {
        subscribe();
        assertEquals(Delivery.TAKEN, deliver(sign("HmacSHA256", "sha256", state().secret(), "news!"), "news!"));
        assertEquals(List.of(feed.id()), subscriptions.due);
    }

    @Test
    void ofAFeedThatIsNotFollowedAnyMoreLeaveIsTaken() {
        subscribe();
        subscriptions.feeds.clear();
        webSub.maintain();
        assertEquals("unsubscribe", asked().get("hub.mode"));
        assertFalse(webSub.expects(state().token()));
        assertEquals(Optional.empty(), verify("subscribe", TOPIC, null));
        assertEquals(Optional.of("abc"), verify("unsubscribe", TOPIC, null));
        assertTrue(subscriptions.byFeed(feed.id()).isEmpty());
    }

    @Test
    void aHubThatNeverConfirmsTheLeaveIsForgottenAndANewHubReplacesTheOld() {
        subscribe();
        String token = state().token();
        read(SourceFixture.rssText("Wire"), OFFER.replace("hub.test/hub", "hub.test/other"));
        assertEquals("http://hub.test/other", state().hub());
        assertNotEquals(token, state().token());
        webSub.maintain();
        read(SourceFixture.rssText("Wire"));
        assertEquals(State.ENDING, state().state());
        for (int i = 0; i < 5; i++) {
            webSub.maintain();
            fixture.pass(Duration.ofDays(2));
        }
        assertTrue(subscriptions.byFeed(feed.id()).isEmpty());
    }
}
