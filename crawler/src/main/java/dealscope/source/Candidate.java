package dealscope.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed that {@link Discovery} has found and read.
 *
 * @param url where it is read from
 * @param title the feed's own, plain text, or null
 * @param entries in the document
 * @param newest publication date of the newest entry, or null when none has a date
 * @param origin how it was found
 * @param comments whether it carries readers' comments rather than articles
 * @param others addresses of the same feed in other formats
 */
public record Candidate(
        String url,
        @Nullable String title,
        int entries,
        @Nullable Instant newest,
        Origin origin,
        boolean comments,
        List<String> others) {
    public Candidate {
        others = List.copyOf(others);
    }

    /** How a feed was found, the surest first. */
    public enum Origin {
        ITSELF("the address itself"),
        ANNOUNCED("announced by the page"),
        LINKED("linked on the page"),
        GUESSED("found at a usual place");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
