package dealscope.web.feed;

import dealscope.web.feed.FeedHealth.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some feeds, in an order.
 *
 * @param words each must occur in the feed's title, address, category, note or trouble, whatever the case
 * @param category exactly this folder; empty for all, {@value #NO_CATEGORY} for feeds in none
 * @param reversed against the order that is usual for {@code sort}
 */
public record FeedSelection(String words, Show show, String category, Sort sort, boolean reversed) {
    public static final String NO_CATEGORY = "-";
    public static final FeedSelection ALL = new FeedSelection("", Show.ALL, "", Sort.TROUBLE, false);

    /** Which feeds. */
    public enum Show {
        ALL,
        FAILING,
        SILENT,
        PAUSED,
        NEW,
        OK;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean holds(FeedHealth feed) {
            return switch (this) {
                case ALL -> true;
                case SILENT -> feed.silent() != null;
                default -> feed.state().name().equals(name());
            };
        }
    }

    /** The order; what an analyst looks for first comes first. */
    public enum Sort {
        /** Failing, then silent, then new, healthy and paused feeds, each by title. */
        TROUBLE(Comparator.comparing(Sort::urgency)),
        NAME(titles()),
        CATEGORY(Comparator.comparing(feed -> lower(feed.feed().category()))),
        /** The longest without success first. */
        SUCCESS(earliest(feed -> feed.feed().history().lastSuccess())),
        /** The next first, paused ones last. */
        NEXT(Comparator.comparing((FeedHealth feed) -> feed.state() == State.PAUSED)
                .thenComparing(earliest(feed -> feed.feed().history().nextCheck()))),
        /** The longest since its newest entry first. */
        SILENCE(earliest(feed -> feed.feed().history().lastEntry())),
        ITEMS(Comparator.comparing((FeedHealth feed) -> feed.stats().perDay()).reversed()),
        DEALS(Comparator.comparing((FeedHealth feed) -> feed.stats().deals28())
                .thenComparing(feed -> feed.stats().deals90())
                .reversed()),
        SHARE(Comparator.comparing((FeedHealth feed) -> feed.stats().share()).reversed());

        private final Comparator<FeedHealth> order;

        Sort(Comparator<FeedHealth> order) {
            this.order = order;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static int urgency(FeedHealth feed) {
            return feed.state() == State.FAILING
                    ? -1
                    : feed.silent() != null ? 0 : feed.state().ordinal();
        }

        private static Comparator<FeedHealth> titles() {
            return Comparator.comparing(feed -> lower(feed.feed().title()));
        }

        private static Comparator<FeedHealth> earliest(Function<FeedHealth, @Nullable Instant> time) {
            return Comparator.comparing(feed -> {
                Instant at = time.apply(feed);
                return at == null ? Instant.MIN : at;
            });
        }
    }

    /** Those of {@code feeds} that are meant, in order. */
    public List<FeedHealth> of(List<FeedHealth> feeds) {
        Comparator<FeedHealth> order = reversed ? sort.order.reversed() : sort.order;
        List<String> wanted = List.of(lower(words).strip().split("\\s+"));
        return feeds.stream()
                .filter(show::holds)
                .filter(feed -> category.isEmpty() || category.equals(folder(feed)))
                .filter(feed -> holds(feed, wanted))
                .sorted(order.thenComparing(Sort.titles())
                        .thenComparing(feed -> feed.feed().id()))
                .toList();
    }

    private static String folder(FeedHealth feed) {
        String category = feed.feed().category();
        return category == null || category.isBlank() ? NO_CATEGORY : category;
    }

    private static boolean holds(FeedHealth feed, List<String> wanted) {
        String text = lower(String.join(
                "\n",
                feed.feed().title(),
                feed.feed().url(),
                String.valueOf(feed.feed().category()),
                String.valueOf(feed.feed().options().note()),
                feed.words()));
        return wanted.stream().allMatch(text::contains);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
