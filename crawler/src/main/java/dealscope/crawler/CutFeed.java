package dealscope.crawler;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A feed that was cut off. What is left of an entry that was cut would later look as if it had been edited. */
final class CutFeed {
    private static final List<String> ENTRIES = List.of("item", "entry");

    private CutFeed() {}

    /** The feed without its last entry when the cut goes through that one; the next visit brings it whole. */
    static Feed withoutCutEntry(Feed feed, byte[] body) {
        List<Entry> entries = feed.entries();
        if (entries.isEmpty() || !endsWithinEntry(body)) {
            return feed;
        }
        return new Feed(
                feed.title(),
                feed.link(),
                entries.subList(0, entries.size() - 1),
                feed.ttl(),
                feed.skipHours(),
                feed.skipDays(),
                feed.warnings());
    }

    private static boolean endsWithinEntry(byte[] body) {
        // Without its zeros, UTF-16 reads like ASCII here.
        String text =
                new String(body, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        boolean xml = text.stripLeading().startsWith("<") || text.contains("<?xml");
        return !xml || ENTRIES.stream().anyMatch(name -> last(text, "<", name) > last(text, "</", name));
    }

    /** Where the last such tag begins, with or without a prefix; -1 for nowhere. */
    private static int last(String text, String opening, String name) {
        int prefixed = text.lastIndexOf(":" + name);
        int start = prefixed < 0 ? -1 : text.lastIndexOf('<', prefixed);
        boolean tag = start >= 0 && text.startsWith("</", start) == opening.equals("</") && prefixed - start < 40;
        return Math.max(text.lastIndexOf(opening + name), tag ? start : -1);
    }
}
