package dealscope.quality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Articles with their truth: {@code gold.jsonl}, one object an article, and beside it the texts, {@code texts/ID.txt},
 * whose first line is the title. A file {@code figures-only.txt} beside them asks that nothing but figures be shown of
 * them, and says why.
 *
 * @param name for people: "development"
 * @param figuresOnly why single articles and what is missed in them are not to be shown; null when they may be
 */
public record Gold(String name, @Nullable String figuresOnly, List<GoldArticle> articles) {
    private static final String TRUTH = "gold.jsonl";
    private static final String FIGURES_ONLY = "figures-only.txt";
    private static final String SHIPPED = "/dealscope/gold/";

    public Gold {
        articles = List.copyOf(articles);
    }

    /** Where the files of a gold set come from. */
    interface Folder {
        /** Null when there is no such file. */
        @Nullable
        String text(String name) throws IOException;
    }

    /** The half of the shipped gold that one may look at. */
    public static Gold development() {
        return shipped("development");
    }

    /** The half of the shipped gold of which only figures are shown. */
    public static Gold heldOut() {
        return shipped("held-out");
    }

    private static Gold shipped(String half) {
        try {
            return read(half, TRUTH, name -> {
                try (InputStream in = Gold.class.getResourceAsStream(SHIPPED + half + "/" + name)) {
                    return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            });
        } catch (IOException e) {
            throw new BadGold(half + ": " + e.getMessage());
        }
    }

    /**
     * A gold set of one's own: a folder with {@code gold.jsonl}, or a file like it.
     *
     * @throws BadGold when it is not one
     */
    public static Gold of(Path place) {
        boolean folder = Files.isDirectory(place);
        Path truth = folder ? place.resolve(TRUTH) : place;
        Path home = Objects.requireNonNullElse(truth.toAbsolutePath().getParent(), place);
        if (!Files.isRegularFile(truth)) {
            throw new BadGold(truth + ": there is no such file");
        }
        try {
            return read(place.toString(), truth.toAbsolutePath().getFileName().toString(), name -> {
                Path file = home.resolve(name);
                return Files.isRegularFile(file) ? Files.readString(file) : null;
            });
        } catch (IOException e) {
            throw new BadGold(place + ": " + e);
        }
    }

    private static Gold read(String name, String truth, Folder files) throws IOException {
        String lines = files.text(truth);
        if (lines == null) {
            throw new BadGold(name + ": no " + truth);
        }
        String figuresOnly = files.text(FIGURES_ONLY);
        return new Gold(
                name, figuresOnly == null ? null : figuresOnly.strip(), new GoldReader(truth, files).articles(lines));
    }
}
