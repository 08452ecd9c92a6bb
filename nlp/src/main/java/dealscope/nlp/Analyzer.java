package dealscope.nlp;

import dealscope.deal.Analysis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article and says what is in it: {@code Analyzer.load()} once, then {@link #analyze} from any thread.
 *
 * <p>Any text may come in; time and length are bounded (what is beyond the bound is not read, and the analysis says so).
 */
public final class Analyzer {
    private Analyzer() {}

    /** Loads models and fact files from the class path; takes about a second. */
    public static Analyzer load() {
        return new Analyzer();
    }

    /** Raised when facts, models or rules change, so that stored articles are read again. */
    public int version() {
        return 1;
    }

    public Analysis analyze(Input input) {
        return Analysis.EMPTY;
    }

    /**
     * What is to be read.
     *
     * @param articleId goes into the claims
     * @param title null when there is none
     * @param publisher who wrote it; never a party by that alone
     * @param seen when Dealscope read it; goes into the claims
     */
    public record Input(
            String articleId,
            @Nullable String title,
            String text,
            @Nullable Instant published,
            @Nullable String publisher,
            @Nullable Instant seen) {}
}
