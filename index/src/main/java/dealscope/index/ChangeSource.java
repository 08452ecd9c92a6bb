package dealscope.index;

import java.util.List;

/** Where the index reads what has changed: the store. */
public interface ChangeSource {
    /** Up to {@code limit} changes with {@code seq > cursor}, in order of seq. Of an object changed twice only the last change is given. */
    List<Change> changesAfter(long cursor, int limit);

    /** Names this store; another store, or one restored from a backup, has another name, and the index starts anew. */
    String epoch();
}
