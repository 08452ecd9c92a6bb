package dealscope.train;
import dealscope.nlp.DealTrainer;
import dealscope.nlp.claim.*;
import java.io.*;
import java.nio.file.*;
import java.util.*;
public final class DealTraining {
    public static void main(String[] args) throws IOException {
        List<PairTrainer.Lesson> lines = new DealTrainer().lessons(Path.of(args[0]));
        List<DraftTrainer.Lesson> articles = new ArrayList<>();
        for (int i = 3; i < args.length; i++) articles.addAll(new ArticleLessons().of(Path.of(args[i])));
        List<PairTrainer.Lesson> all = new ArrayList<>(lines);
        articles.forEach(a -> all.add(a.pairs()));
        try (OutputStream to = Files.newOutputStream(Path.of(args[1]))) { System.out.print(new PairTrainer().train(all, to).table()); }
        try (OutputStream to = Files.newOutputStream(Path.of(args[2]))) { System.out.print(new DraftTrainer().train(lines, articles, to)); }
    }
}
