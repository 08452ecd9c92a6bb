package dealscope.feed;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long {@link FeedReader} takes as a multiple of ROME's {@code SyndFeedInput}, over the same well-formed feeds, one
 * thread, warm. Both read the whole set in each round, one after the other; the ratio is the median of the rounds'. Ours
 * sanitizes and resolves what it reads, ROME does not. Arguments: number of feeds, of rounds.
 */
final class FeedBench {
    private FeedBench() {}

    /** Something that reads a feed, and how many entries it found. */
    private interface Reading {
        int entries(byte[] feed) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        FeedReader reader = new FeedReader(InstantSource.system());
        Reading ours = feed -> reader.read(feed, "application/xml", "https://wire.example/feed.xml", null)
                .entries()
                .size();
        Reading rome = feed -> new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(feed), "application/xml"))
                .getEntries()
                .size();
        for (SampleFeeds.Format format : SampleFeeds.Format.values()) {
            List<byte[]> set = SampleFeeds.of(format, feeds / SampleFeeds.Format.values().length);
            print(format.name(), set, ours, rome, rounds);
        }
    }

    private static void print(String name, List<byte[]> set, Reading ours, Reading rome, int rounds) throws Exception {
        for (int warm = 0; warm < 3; warm++) {
            nanos(ours, set);
            nanos(rome, set);
        }
        double[] ratios = new double[rounds];
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long mine = nanos(ours, set);
            long theirs = nanos(rome, set);
            ratios[i] = (double) mine / theirs;
            millis[i] = mine / 1e6;
        }
        Arrays.sort(ratios);
        Arrays.sort(millis);
        long bytes = set.stream().mapToLong(feed -> feed.length).sum();
        System.out.printf(
                Locale.ROOT,
                "feed %-5s ours/ROME %.2f (%.2f to %.2f), %d feeds, %.1f MB/s%n",
                name,
                ratios[rounds / 2],
                ratios[0],
                ratios[rounds - 1],
                set.size(),
                bytes / 1e3 / millis[rounds / 2]);
    }

    private static long nanos(Reading reading, List<byte[]> set) throws Exception {
        long start = System.nanoTime();
        int entries = 0;
        for (byte[] feed : set) {
            entries += reading.entries(feed);
        }
        long spent = System.nanoTime() - start;
        if (entries < set.size()) {
            throw new IllegalStateException("entries were lost: " + entries);
        }
        return spent;
    }
}
