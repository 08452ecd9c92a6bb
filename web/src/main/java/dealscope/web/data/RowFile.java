package dealscope.web.data;

import java.io.Flushable;
import java.io.IOException;

/** A file that is being written, row after row, in constant memory. It is whole after {@link #finish}. */
public interface RowFile<T> extends Flushable {
    void write(T row) throws IOException;

    /** Writes what belongs to the end. The stream below stays open. */
    default void finish() throws IOException {
        flush();
    }
}
