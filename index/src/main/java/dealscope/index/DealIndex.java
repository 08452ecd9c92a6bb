package dealscope.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The search index over deals and articles, in one folder. It can be thrown away at any time: it is rebuilt from the
 * store. {@link #catchUp} is called by one thread at a time; {@link #search} by any number, and never waits for it.
 */
public final class DealIndex implements AutoCloseable {
    private DealIndex() {}

    /** Opens or makes the index; one that is damaged or of another version is emptied, and {@code catchUp} fills it again. */
    public static DealIndex open(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes over all changes that the index does not hold yet and commits them with their cursor.
     *
     * @return number of changes taken over
     */
    public int catchUp(ChangeSource source) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Empties the index and fills it from the store; searches see the old one until the new one is complete. */
    public int rebuild(ChangeSource source) throws IOException {
        throw new UnsupportedOperationException();
    }

    public SearchResult search(SearchRequest request) throws BadQuery, IOException {
        throw new UnsupportedOperationException();
    }

    /** Completions for what is being typed: companies, hardware, fields. At most {@code limit}. */
    public List<Suggestion> suggest(String prefix, int limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** @param query what to put into the search box: {@code company:anthropic} */
    public record Suggestion(String label, String query, int count) {}

    /** Ids of all documents, sorted; for checking against the store. */
    public List<String> ids() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
