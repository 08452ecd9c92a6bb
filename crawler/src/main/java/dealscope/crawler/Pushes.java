package dealscope.crawler;

import dealscope.crawler.FetchResult.Fetched;

/** Publishers that tell us of news by themselves, as the crawler sees them. Safe for many threads; must not block. */
public interface Pushes {
    /** Nobody tells us anything. */
    Pushes NONE = new Pushes() {
        @Override
        public boolean isPushed(FeedState feed) {
            return false;
        }

        @Override
        public void onDocument(FeedState feed, Fetched document) {}
    };

    /** Whether somebody tells us of this feed's news, so that asking can be rare. */
    boolean isPushed(FeedState feed);

    /** Called when a feed has been read and stored; it may offer to tell us of its news. */
    void onDocument(FeedState feed, Fetched document);
}
