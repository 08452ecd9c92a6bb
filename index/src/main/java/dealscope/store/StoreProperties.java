package dealscope.store;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Facts about the store itself. */
final class StoreProperties {
    private final Handle handle;

    StoreProperties(Handle handle) {
        this.handle = handle;
    }

    /** The store's name, given at random when its tables are first used. */
    String makeEpoch() {
        handle.createUpdate("""
                        insert into store_property (name, value) values ('epoch', :value)
                        on conflict (name) do nothing""").bind("value", UUID.randomUUID().toString()).execute();
        return epoch();
    }

    String epoch() {
        return handle.createQuery("select value from store_property where name = 'epoch'")
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /** Notes that something was done once; false when it was noted before. */
    boolean note(String name) {
        return handle.createUpdate("""
                        insert into store_property (name, value) values (:name, 'done')
                        on conflict (name) do nothing""").bind("name", name).execute() > 0;
    }

    /** Notes the version of the rules that made the deals; returns whether another one, or none, had been noted. */
    boolean ledgerChangedTo(int version) {
        String now = Integer.toString(version);
        boolean same = handle.createQuery("select value from store_property where name = 'ledger'")
                .mapTo(String.class)
                .findOne()
                .filter(now::equals)
                .isPresent();
        handle.createUpdate("""
                        insert into store_property (name, value) values ('ledger', :value)
                        on conflict (name) do update set value = excluded.value""").bind("value", now).execute();
        return !same;
    }
}
