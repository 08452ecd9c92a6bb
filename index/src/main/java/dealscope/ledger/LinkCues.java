package dealscope.ledger;

import dealscope.deal.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The words of {@code links.txt}, looked for in the sentences of a report's claims. */
final class LinkCues {
    static final LinkCues PART_OF = new LinkCues("part_of");
    static final LinkCues SUPERSEDES = new LinkCues("supersedes");

    private static final String FILE = "/dealscope/ledger/links.txt";

    private final List<String> words = new ArrayList<>();

    private LinkCues(String relation) {
        try (InputStream in = Objects.requireNonNull(LinkCues.class.getResourceAsStream(FILE), FILE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(relation + "\t"))
                    .forEach(line -> words.add(line.substring(relation.length() + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Whether a main report of this deal says so. */
    boolean in(List<Told> members) {
        return members.stream()
                .filter(Told::main)
                .flatMap(told -> told.report().claims().stream())
                .map(Claim::sentence)
                .map(sentence -> sentence.toLowerCase(Locale.ROOT))
                .anyMatch(sentence -> words.stream().anyMatch(sentence::contains));
    }
}
