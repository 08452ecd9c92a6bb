package dealscope.train;

import dealscope.nlp.claim.DraftTrainer;
import dealscope.nlp.claim.PairTrainer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains the models that find deals: {@code mvn -q -Ptrain -pl nlp -am process-classes} reads the marked lines of {@code
 * src/main/train/deals} and the articles with their truth of {@code src/main/train/articles}, prints how good the models
 * are on texts that they have not seen, and writes {@code pairs.bin}, {@code drafts.bin} and {@code values.bin}. The same texts always give
 * the same models.
 */
public final class DealTraining {
    private final List<PairTrainer.Lesson> lines;
    private final List<DraftTrainer.Lesson> articles = new ArrayList<>();

    /**
     * @param train the folder with {@code deals} and {@code articles}
     */
    DealTraining(Path train) throws IOException {
        lines = new LineLessons().lessons(train.resolve("deals"));
        ArticleLessons lessons = new ArticleLessons();
        try (Stream<Path> folders = Files.list(train.resolve("articles"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                articles.addAll(lessons.of(folder));
            }
        }
    }

    /** Arguments: the folder with the texts, and the folder for the models. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length < 2) {
            out.println("usage: DealTraining <folder with the texts> <folder for the models>");
            return;
        }
        DealTraining training = new DealTraining(Path.of(args[0]));
        try (OutputStream to = Files.newOutputStream(Path.of(args[1], "pairs.bin"))) {
            out.print(training.pairs(to).table());
        }
        try (OutputStream to = Files.newOutputStream(Path.of(args[1], "drafts.bin"));
                OutputStream values = Files.newOutputStream(Path.of(args[1], "values.bin"))) {
            out.print(training.drafts(to, values).table());
        }
    }

    PairTrainer.Quality pairs(OutputStream out) throws IOException {
        List<PairTrainer.Lesson> all = new ArrayList<>(lines);
        articles.forEach(a -> all.add(a.pairs()));
        return new PairTrainer().train(all, out);
    }

    DraftTrainer.Quality drafts(OutputStream out, OutputStream values) throws IOException {
        return new DraftTrainer().train(lines, articles, out, values);
    }
}
