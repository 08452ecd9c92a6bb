package dealscope.feed;

import dealscope.article.Entry;
import dealscope.article.Feed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channel Definition Format (https://www.w3.org/TR/NOTE-CDFsubmit), the oldest of all; addresses stand in attributes. */
final class CdfReader {
    private CdfReader() {}

    /** CDF and RSS share the element {@code channel}; only in CDF it or its items bear an address as an attribute. */
    static boolean reads(FeedElement root) {
        if (!root.name().equals("channel")) {
            return false;
        }
        FeedElement item = root.first("item");
        return isCdf(root) || (item != null && (isCdf(item) || item.first("a") != null));
    }

    private static boolean isCdf(FeedElement element) {
        return element.attribute("href") != null
                || element.attribute("base") != null
                || element.attribute("lastmod") != null;
    }

    static Feed read(FeedElement root, FeedDate dates, List<String> warnings) {
        String base = Links.base(root.attribute("base"), root.base());
        String site = address(root, base);
        List<Entry> entries = new ArrayList<>();
        for (FeedElement item : root.below("item", FeedReader.MOST_ENTRIES + 1)) {
            if (item.isEmpty()) {
                continue;
            }
            EntryDraft draft = new EntryDraft(dates);
            draft.title(text(item.first("title")));
            draft.link(address(item, base), base);
            draft.summary(text(item.first("abstract", "description")));
            draft.published(item.attribute("lastmod"));
            draft.updated(item.attribute("lastmod"));
            entries.add(draft.finish());
        }
        TextConstruct title = text(root.first("title"));
        return new Feed(title == null ? null : title.plain(), site, entries, null, warnings);
    }

    private static @Nullable TextConstruct text(@Nullable FeedElement element) {
        return element == null ? null : TextConstruct.title(element.source(), element.base());
    }

    private static @Nullable String address(FeedElement element, String base) {
        String own = Links.resolve(element.attribute("href"), base);
        FeedElement anchor = element.first("a");
        return own != null || anchor == null ? own : Links.resolve(anchor.attribute("href"), base);
    }
}
