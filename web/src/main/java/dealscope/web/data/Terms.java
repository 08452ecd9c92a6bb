package dealscope.web.data;

import dealscope.index.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * On what terms an answer is given, and how to cite it; in JSON as the field {@code meta}, else in headers.
 *
 * @param snapshot the state of the store that the answer holds at least; {@code changed_since} takes it
 */
public record Terms(String snapshot, String licence, String licenceUrl, String citation) {
    private static final Properties FILE = read();

    public static Terms of(String version, Snapshot snapshot) {
        String citation =
                FILE.getProperty("citation").replace("{version}", version).replace("{snapshot}", snapshot.toString());
        return new Terms(snapshot.toString(), FILE.getProperty("licence"), FILE.getProperty("licence-url"), citation);
    }

    /** For formats that keep such things in the file. */
    public Map<String, String> properties() {
        return Map.of("snapshot", snapshot, "licence", licence, "licence_url", licenceUrl, "citation", citation);
    }

    private static Properties read() {
        Properties file = new Properties();
        try (InputStream in = Terms.class.getResourceAsStream("/dealscope/web/terms.properties")) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
