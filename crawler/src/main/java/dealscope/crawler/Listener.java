package dealscope.crawler;

/** Watches a refresh. Called from many threads, but never by two at once; what it throws is ignored. */
@FunctionalInterface
public interface Listener {
    Listener NONE = progress -> {};

    void onProgress(Progress progress);
}
