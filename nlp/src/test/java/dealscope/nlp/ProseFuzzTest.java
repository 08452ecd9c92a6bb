package dealscope.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dealscope.deal.Analysis;
import dealscope.deal.Claim;
import dealscope.deal.Mention;
import dealscope.deal.Report;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Articles at random through the whole analyzer: nothing is thrown, every offset holds, and what a text costs stays in
 * proportion to its length. The cost is the garbage that it makes, which is the same on a busy machine. A failure names
 * its seed.
 */
class ProseFuzzTest {
    private static final Analyzer ANALYZER = Analyzer.load();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Bytes per character; news takes about 1,200, the worst of 700 random texts 4,000. */
    private static final long DEAREST = 15_000;
    /** Of a text of any length, for what does not depend on it. */
    private static final long BASE = 20_000_000;

    @Test
    void randomArticlesAreReadWithTheirOffsets() {
        for (long seed = 1; seed <= 150; seed++) {
            read(seed, 1 + (int) (seed % 12));
        }
    }

    @Test
    @Tag("soak")
    void manyAndLongRandomArticlesAreReadToo() {
        for (long seed = 1_000; seed < 6_000; seed++) {
            read(seed, 1 + (int) (seed % 40));
        }
        for (long seed = 1; seed <= 10; seed++) {
            read(seed, 1_500);
        }
    }

    private static void read(long seed, int sentences) {
        ProseGenerator prose = new ProseGenerator(seed);
        String title = prose.title();
        String text = prose.text(sentences);
        Analyzer.Input input = new Analyzer.Input("seed " + seed, title, text, null, null, null);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Analysis analysis = ANALYZER.analyze(input);
        long spent = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(spent < BASE + DEAREST * text.length(), () -> seed + ": " + spent + " for " + text.length());
        for (Mention mention : analysis.mentions()) {
            String source = mention.inTitle() ? title : text;
            assertEquals(mention.text(), source.substring(mention.start(), mention.end()), () -> "seed " + seed);
            assertFalse(mention.text().isBlank(), () -> "seed " + seed);
        }
        for (Report report : analysis.reports()) {
            for (Claim claim : report.claims()) {
                String source = claim.inTitle() ? title : text;
                String words = source.substring(claim.start(), claim.end());
                assertTrue(source.contains(claim.sentence()), () -> "seed " + seed + ": " + claim.sentence());
                assertTrue(claim.sentence().contains(words), () -> "seed " + seed + ": " + words);
            }
        }
    }
}
