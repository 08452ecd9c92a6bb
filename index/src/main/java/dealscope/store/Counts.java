package dealscope.store;

import dealscope.store.Store.Stats;
import org.jdbi.v3.core.Handle;

/** The numbers on the about page. */
final class Counts {
    private final Handle handle;

    Counts(Handle handle) {
        this.handle = handle;
    }

    Stats all() {
        return new Stats(
                count("feed where removed is null"),
                count("feed where removed is null and enabled = 1 and failures > 0"),
                count("article"),
                count("article where completeness = 'full'"),
                count("deal where hidden = 0"),
                handle.createQuery("select coalesce(sum(claims), 0) from deal")
                        .mapTo(Integer.class)
                        .one(),
                count("article where page_pending = 1"),
                count("article where page_pending = 0 and (analyzer_version is null or analyzed_hash <> content_hash)"),
                count("article where sample = 1"));
    }

    private int count(String what) {
        return handle.createQuery("select count(*) from " + what)
                .mapTo(Integer.class)
                .one();
    }
}
