package dealscope.crawler;

/** The way to the web, as the crawler sees it. Safe for many threads. */
public interface Web {
    /** Begins one task's stay on the web. Close it when the documents it brought have been dealt with. */
    Errand open();

    /**
     * One task's stay: used by one thread, one request after another. It waits for its turn at each host, and from the
     * first answer until it is closed holds one of the crawl's places, so that the number of documents in memory is
     * bounded. It holds no place while it waits for a host.
     *
     * <p>All methods throw {@link java.util.concurrent.CancellationException} when the thread is interrupted.
     */
    interface Errand extends AutoCloseable {
        FetchResult fetch(FetchRequest request);

        /** Whether robots.txt of the host lets us read this page; fetches robots.txt when it is not known yet. */
        Permission mayRead(String url);

        @Override
        void close();
    }

    /** A verdict of robots.txt. */
    sealed interface Permission {
        record Granted() implements Permission {}

        /** @param reason in words */
        record Denied(String reason) implements Permission {}

        /** robots.txt could not be read, which counts as no for now (RFC 9309, section 2.3.1.4). */
        record Unknown(String reason) implements Permission {}
    }
}
