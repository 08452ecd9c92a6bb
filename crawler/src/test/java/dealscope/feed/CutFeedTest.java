package dealscope.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dealscope.article.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feed that was cut anywhere gives the entries that ended before the cut, each as it is in the whole feed. */
class CutFeedTest {
    private static final int CUTS = Integer.getInteger("feed.cuts", 40);
    private static final String URL = "https://wire.example/feed";
    private final FeedReader reader = new FeedReader(FeedCases.CLOCK);

    @ParameterizedTest
    @EnumSource(SampleFeeds.Format.class)
    void theEntriesBeforeTheCutAreThere(SampleFeeds.Format format) throws Exception {
        String end = format == SampleFeeds.Format.ATOM ? "</entry>" : "</item>";
        for (byte[] feed : SampleFeeds.of(format, 3)) {
            check(feed, end);
        }
    }

    @Test
    void theItemsOfJsonBeforeTheCutAreThere() throws Exception {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            items.append(i == 0 ? "" : ",").append("{\"id\":\"" + i + "\",\"title\":\"Number " + i + " – é\",");
            items.append("\"content_html\":\"<p>Words {" + i + "}</p>\"}\n\n");
        }
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[" + items + "]}";
        check(json.getBytes(StandardCharsets.UTF_8), "}\n\n");
    }

    private void check(byte[] feed, String end) throws Exception {
        List<Entry> whole = reader.read(feed, null, URL, null).entries();
        assertTrue(whole.size() >= 10);
        Random random = new Random(feed.length);
        for (int i = 0; i < CUTS; i++) {
            int cut = random.nextInt(feed.length);
            int before = count(new String(feed, 0, cut, StandardCharsets.UTF_8), end);
            if (before == 0) {
                continue;
            }
            List<Entry> read =
                    reader.read(Arrays.copyOf(feed, cut), null, URL, null).entries();
            assertTrue(read.size() >= before, "cut at " + cut + " of " + feed.length);
            assertEquals(whole.subList(0, before), read.subList(0, before), "cut at " + cut + " of " + feed.length);
        }
    }

    private static int count(String text, String end) {
        int count = 0;
        for (int at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
            count++;
        }
        return count;
    }
}
