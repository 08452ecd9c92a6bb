package dealscope.web.alert;

import dealscope.alert.Alert;
import dealscope.alert.Delivery;
import dealscope.fetch.HttpPost;
import dealscope.index.BadQuery;
import dealscope.index.DealIndex;
import dealscope.index.SearchRequest;
import dealscope.index.SearchRequest.Kind;
import dealscope.index.SearchRequest.Sort;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where alerts are made, changed and tried out, for page, API and command line alike. Safe for many threads. */
public final class AlertDesk {
    /** What a dry run looks back on. */
    public static final int DRY_RUN_DAYS = 30;

    private static final int LONGEST_NAME = 120;

    private final Store store;
    private final DealIndex index;
    private final DealWatch watch;
    private final Courier courier;
    private final HttpPost post;
    private final @Nullable String publicAddress;
    private final InstantSource clock;

    /** @param publicAddress of this site, without a last slash, as the settings have it; null when they have none */
    public AlertDesk(
            Store store,
            DealIndex index,
            DealWatch watch,
            Courier courier,
            HttpPost post,
            @Nullable String publicAddress,
            InstantSource clock) {
        this.store = store;
        this.index = index;
        this.watch = watch;
        this.courier = courier;
        this.post = post;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /** Address of this site as the settings have it, without a last slash; null when they have none. */
    public @Nullable String publicAddress() {
        return publicAddress;
    }

    /** Whether mail can be sent at all. */
    public boolean mails() {
        return courier.mails();
    }

    /** @param secret of its webhook when it is a new one, told this once; else null */
    public record Made(Alert alert, @Nullable String secret) {}

    /**
     * Makes an alert. It tells of what comes from now on.
     *
     * @throws BadAlert when it cannot be so
     */
    public Made create(AlertWish wish) throws BadAlert, IOException {
        byte[] random = new byte[9];
        new SecureRandom().nextBytes(random);
        String id = "a-" + HexFormat.of().formatHex(random);
        watch.run(); // what is there already is no news
        return save(checked(id, wish, false, null), null);
    }

    /**
     * Changes an alert; a webhook's address that changes gets a new secret.
     *
     * @return empty when there is no such alert
     * @throws BadAlert when it cannot be so
     */
    public Optional<Made> change(String id, AlertWish wish, boolean paused) throws BadAlert {
        Alert before = store.alerts().byId(id).orElse(null);
        return before == null ? Optional.empty() : Optional.of(save(checked(id, wish, paused, before), before));
    }

    private Made save(Alert alert, @Nullable Alert before) throws BadAlert {
        boolean fresh =
                alert.webhook() != null && (before == null || !alert.webhook().equals(before.webhook()));
        String secret = fresh ? WebhookSignature.newSecret() : null;
        if (!store.alerts().save(alert, secret)) {
            throw new BadAlert("query", "There are too many alerts; remove some first.");
        }
        return new Made(alert, secret);
    }

    private Alert checked(String id, AlertWish wish, boolean paused, @Nullable Alert before) throws BadAlert {
        checkQuery(wish);
        String name =
                wish.name().isBlank() ? nameFrom(wish.query()) : wish.name().strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadAlert("name", "A name has at most " + LONGEST_NAME + " characters in one line.");
        }
        String webhook = blankToNull(wish.webhook());
        if (webhook != null && post.objection(webhook) instanceof String objection) {
            throw new BadAlert("webhook", objection);
        }
        String email = blankToNull(wish.email());
        if (email != null && Mailer.objection(email) instanceof String objection) {
            throw new BadAlert("email", objection);
        }
        return new Alert(
                id,
                name,
                wish.query().strip(),
                wish.background(),
                webhook,
                email,
                paused,
                before == null ? clock.instant() : before.created());
    }

    private void checkQuery(AlertWish wish) throws BadAlert {
        try {
            index.matcher(wish.query(), wish.background());
        } catch (BadQuery e) {
            throw new BadAlert("query", "The query cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String nameFrom(String query) {
        String name = query.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return name.isEmpty() ? "Every deal" : name.length() <= 80 ? name : name.substring(0, 79) + "…";
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /**
     * How many deals an alert would have told of in the last {@link #DRY_RUN_DAYS} days: those that match and were first
     * reported in that time.
     *
     * @throws BadAlert when the query cannot be read
     */
    public long dryRun(String query, boolean background) throws BadAlert, IOException {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DRY_RUN_DAYS);
        String bounded = (query.isBlank() ? "" : "(" + query + ") ") + "published:" + from + "..";
        try {
            index.matcher(query, background);
            return index.search(new SearchRequest(Kind.DEALS, bounded, Sort.DATE, null, 1, false, background))
                    .total();
        } catch (BadQuery e) {
            throw new BadAlert("query", "The query cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Sends a test by each of the alert's ways, and waits for what comes of it: some seconds at most. */
    public List<Delivery> test(Alert alert) {
        return courier.test(alert);
    }
}
