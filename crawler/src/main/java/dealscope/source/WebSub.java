package dealscope.source;

import dealscope.article.Feed;
import dealscope.article.Page;
import dealscope.crawler.CrawlStore.Draft;
import dealscope.crawler.FeedParser;
import dealscope.crawler.FeedParser.Parsed;
import dealscope.crawler.FeedState;
import dealscope.crawler.FetchRequest;
import dealscope.crawler.FetchResult;
import dealscope.crawler.FetchResult.Failed;
import dealscope.crawler.FetchResult.Fetched;
import dealscope.crawler.Intake;
import dealscope.crawler.Pushes;
import dealscope.crawler.Web;
import dealscope.crawler.Web.Errand;
import dealscope.source.Subscription.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscriptions to the news of feeds that name a hub (<a href="https://www.w3.org/TR/websub/">WebSub</a>, W3C
 * Recommendation 2018). The crawl tells of offers ({@link #onDocument}); {@link #maintain} asks hubs, renews leases before
 * their end and takes leave; the program's callback hands over what hubs send ({@link #verify}, {@link #deliver}).
 *
 * <p>Each subscription has a callback address and a secret of its own, both random. What comes without the right
 * signature is ignored. Hubs are asked through the crawl's own way to the web, with its guards. Safe for many threads;
 * {@code maintain} is called by one at a time and blocks while hubs are asked.
 */
public final class WebSub implements Pushes {
    private static final Logger LOG = LoggerFactory.getLogger(WebSub.class);
    private static final Duration LEASE_ASKED = Duration.ofDays(10);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    /** A hub has this long to call back before it is asked again; doubled each time. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration AFTER_REFUSAL = Duration.ofDays(7);
    private static final int GOODBYES = 3;
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_CHALLENGE = 2_000;
    private static final int LONGEST_REASON = 300;

    private final String callback;
    private final Web web;
    private final FeedParser parser;
    private final Intake intake;
    private final Subscriptions subscriptions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @param callback public address below which {@code /websub/TOKEN} reaches this program, without a last slash */
    public WebSub(
            String callback,
            Web web,
            FeedParser parser,
            Intake intake,
            Subscriptions subscriptions,
            InstantSource clock) {
        this.callback = callback;
        this.web = web;
        this.parser = parser;
        this.intake = intake;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public boolean isPushed(FeedState feed) {
        return subscriptions
                .byFeed(feed.id())
                .map(each -> each.isActive(clock.instant()))
                .orElse(false);
    }

    @Override
    public void onDocument(FeedState feed, Fetched document) {
        HubOffer offer = HubOffer.of(document).orElse(null);
        Subscription known = subscriptions.byFeed(feed.id()).orElse(null);
        Instant now = clock.instant();
        if (offer == null) {
            if (known != null && known.state() != State.ENDING) {
                subscriptions.save(known.ending(now));
            }
            return;
        }
        boolean same = known != null
                && known.state() != State.ENDING
                && known.topic().equals(offer.topic())
                && known.hub().equals(offer.hub());
        if (!same) {
            subscriptions.save(new Subscription(
                    feed.id(),
                    secret(),
                    secret(),
                    offer.topic(),
                    offer.hub(),
                    State.OFFERED,
                    null,
                    now,
                    0,
                    null,
                    null));
        }
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Asks the hubs that are to be asked now. What one of them does is noted and stops none of the others. */
    public void maintain() {
        Instant now = clock.instant();
        subscriptions.orphans(MOST_AT_ONCE).forEach(each -> {
            if (each.state() == State.OFFERED || each.state() == State.REFUSED) {
                subscriptions.remove(each.feedId());
            } else {
                subscriptions.save(each.ending(now));
            }
        });
        for (Subscription each : subscriptions.due(now, MOST_AT_ONCE)) {
            if (each.state() == State.ENDING && each.tries() >= GOODBYES) {
                subscriptions.remove(each.feedId());
            } else {
                ask(each, now);
            }
        }
    }

    private void ask(Subscription each, Instant now) {
        boolean leaving = each.state() == State.ENDING;
        // The hub may call back before it answers.
        State next = leaving || each.isActive(now) ? each.state() : State.ASKED;
        subscriptions.save(each.asked(next, now.plus(patience(each.tries()))));
        String form = "hub.mode=" + (leaving ? "unsubscribe" : "subscribe") + field("hub.topic", each.topic())
                + field("hub.callback", callback + "/websub/" + each.token())
                + (leaving
                        ? ""
                        : field("hub.secret", each.secret())
                                + field("hub.lease_seconds", String.valueOf(LEASE_ASKED.toSeconds())));
        FetchResult result;
        try (Errand errand = web.open()) {
            result = errand.fetch(FetchRequest.form(each.hub(), form));
        }
        if (result instanceof Failed failed) {
            LOG.info("the hub {} was asked in vain: {}", each.hub(), failed.reason());
            subscriptions
                    .byToken(each.token())
                    .ifPresent(current -> subscriptions.save(current.failed(failed.reason())));
        }
    }

    private static Duration patience(int tries) {
        Duration wait = PATIENCE.multipliedBy(1L << Math.min(tries, 10));
        return wait.compareTo(LONGEST_PATIENCE) < 0 ? wait : LONGEST_PATIENCE;
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * What a hub asks to be sure that the subscription is meant (section 5.3), or says about it.
     *
     * @param leaseSeconds as sent, or null
     * @return what to answer with, word for word; empty: we know nothing of it (404)
     */
    public Optional<String> verify(
            String token,
            @Nullable String mode,
            @Nullable String topic,
            @Nullable String challenge,
            @Nullable String leaseSeconds,
            @Nullable String reason) {
        Subscription known = subscriptions.byToken(token).orElse(null);
        if (known == null || mode == null || !known.topic().equals(topic)) {
            return Optional.empty();
        }
        if (mode.equals("denied")) {
            return known.state() == State.ENDING ? Optional.empty() : Optional.of(denied(known, reason));
        }
        if (challenge == null || challenge.isEmpty() || challenge.length() > LONGEST_CHALLENGE) {
            return Optional.empty();
        }
        if (mode.equals("unsubscribe") && known.state() == State.ENDING) {
            subscriptions.remove(known.feedId());
            return Optional.of(challenge);
        }
        boolean meant = known.state() == State.ASKED || known.state() == State.ACTIVE;
        if (mode.equals("subscribe") && meant) {
            Instant now = clock.instant();
            Duration lease = lease(leaseSeconds);
            subscriptions.save(known.active(now.plus(lease.multipliedBy(4).dividedBy(5)), now.plus(lease)));
            return Optional.of(challenge);
        }
        return Optional.empty();
    }

    private String denied(Subscription known, @Nullable String reason) {
        String said = reason == null ? "" : ": " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        subscriptions.save(known.refused(
                "The hub refuses to tell us" + said, clock.instant().plus(AFTER_REFUSAL)));
        return "";
    }

    private static Duration lease(@Nullable String seconds) {
        try {
            Duration lease = seconds == null ? LEASE_ASKED : Duration.ofSeconds(Long.parseLong(seconds.strip()));
            Duration most = lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
            return most.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : most;
        } catch (NumberFormatException e) {
            return LEASE_ASKED;
        }
    }

    /** What becomes of a hub's message. */
    public enum Delivery {
        /** Its entries are stored, or the feed is asked for them soon. */
        TAKEN,
        /** Not signed, or not rightly: nothing was done. */
        IGNORED,
        /** We know nothing of such a subscription. */
        UNKNOWN
    }

    /** Whether messages with this token are expected; cheap, to be asked before a body is read. */
    public boolean expects(String token) {
        return subscriptions
                .byToken(token)
                .filter(each -> each.state() == State.ACTIVE || each.state() == State.ASKED)
                .isPresent();
    }

    /**
     * Takes a hub's message.
     *
     * @param signature the header {@code X-Hub-Signature} as sent, or null
     * @param body within the size that a feed may have
     */
    public Delivery deliver(String token, @Nullable String contentType, @Nullable String signature, byte[] body) {
        Subscription known = subscriptions.byToken(token).orElse(null);
        FeedState feed =
                known == null ? null : subscriptions.feed(known.feedId()).orElse(null);
        if (known == null || feed == null || known.state() == State.ENDING) {
            return Delivery.UNKNOWN;
        }
        if (!HubSignature.isRight(signature, known.secret(), body)) {
            LOG.warn("a message for feed {} came without the right signature and was ignored", feed.id());
            return Delivery.IGNORED;
        }
        Instant now = clock.instant();
        var page = new Page(feed.url(), 200, contentType, null, body, now);
        if (feed.options().enabled() && parser.parse(page) instanceof Parsed.Read read) {
            store(feed, read.feed(), known, body.length);
        } else {
            subscriptions.makeDue(feed.id(), now);
        }
        subscriptions.byToken(token).ifPresent(current -> subscriptions.save(current.pushed(now)));
        return Delivery.TAKEN;
    }

    private void store(FeedState feed, Feed content, Subscription known, int bytes) {
        List<Draft> drafts = intake.drafts(feed, content, MOST_ENTRIES);
        intake.store(feed, drafts, known.hub(), "Told by the hub.", bytes);
    }
}
