package dealscope.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data file of words beside the classes: UTF-8, {@code #} begins a comment, {@code [name]} a section, every other line
 * holds one entry (or several, divided by {@code |}).
 */
final class WordList {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private WordList() {}

    /** Reads {@code name} from the resources; a missing file is a broken build and throws. */
    static WordList load(String name) {
        WordList list = new WordList();
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> section = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.strip();
                if (entry.startsWith("[")) {
                    section = list.sections.computeIfAbsent(
                            entry.substring(1, entry.length() - 1), key -> new ArrayList<>());
                } else if (!entry.isEmpty() && !entry.startsWith("#")) {
                    for (String part : entry.split("\\|")) {
                        section.add(part.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return list;
    }

    /** The entries of a section in the order of the file. */
    List<String> section(String name) {
        List<String> entries = sections.get(name);
        if (entries == null) {
            throw new IllegalArgumentException("no section " + name);
        }
        return entries;
    }

    /** All sections by name, in the order of the file. */
    Map<String, List<String>> sections() {
        return sections;
    }
}
