package dealscope.nlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * What {@link Analyzer#analyze}, deals included, costs as a multiple of OpenNLP's sentence, token and part-of-speech
 * steps alone over the same texts (thread CPU time, warm, medians of the rounds), and how many times the throughput of
 * one thread two threads have. Over the gold texts, or over the files of stage lines ({@code {"id","title"?,"text"}})
 * that are given.
 */
final class AnalyzeBench {
    private static final Path GOLD = Path.of("src/main/resources/dealscope/gold");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_ROUNDS = 12;
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** OpenNLP's three steps, as a program without Dealscope would use them. */
    private record Steps(SentenceDetectorME sentences, TokenizerME tokens, POSTaggerME partsOfSpeech) {
        static Steps load() throws IOException {
            try (InputStream s = model("sentence");
                    InputStream t = model("tokens");
                    InputStream p = model("pos")) {
                return new Steps(
                        new SentenceDetectorME(new SentenceModel(s)),
                        new TokenizerME(new TokenizerModel(t)),
                        new POSTaggerME(new POSModel(p)));
            }
        }

        private static InputStream model(String step) {
            String name = "/opennlp-en-ud-ewt-" + step + "-1.3-2.5.4.bin";
            return Objects.requireNonNull(AnalyzeBench.class.getResourceAsStream(name), name);
        }

        int run(Analyzer.Input input) {
            return run(Objects.requireNonNullElse(input.title(), "")) + run(input.text());
        }

        private int run(String text) {
            int tags = 0;
            for (String sentence : sentences.sentDetect(text)) {
                tags += partsOfSpeech.tag(tokens.tokenize(sentence)).length;
            }
            return tags;
        }
    }

    private AnalyzeBench() {}

    public static void main(String[] args) throws Exception {
        List<Analyzer.Input> inputs = args.length == 0 ? gold() : lines(args);
        Steps steps = Steps.load();
        Analyzer analyzer = Analyzer.load();
        long words = inputs.stream().mapToLong(steps::run).sum();
        System.out.printf(Locale.ROOT, "%d texts, %d words%n", inputs.size(), words);
        ToIntFunction<Analyzer.Input> ours =
                input -> analyzer.analyze(input).mentions().size();
        double[] ratios = new double[ROUNDS];
        double[] cost = new double[ROUNDS];
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            long theirs = 0;
            long mine = 0;
            for (Analyzer.Input input : inputs) {
                theirs += cpu(steps::run, input);
                mine += cpu(ours, input);
            }
            if (round >= 0) {
                ratios[round] = (double) mine / theirs;
                cost[round] = mine / 1e9;
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(cost);
        System.out.printf(
                Locale.ROOT,
                "analyze/OpenNLP %.2f (%.2f to %.2f), %.0f words a second of CPU%n",
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1],
                words / cost[ROUNDS / 2]);
        threads(inputs, ours);
    }

    private static long cpu(ToIntFunction<Analyzer.Input> work, Analyzer.Input input) {
        long start = THREADS.getCurrentThreadCpuTime();
        if (work.applyAsInt(input) < 0) {
            throw new IllegalStateException();
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /** The same work by one thread, then by two; the CPU time beside it tells whether the machine was busy otherwise. */
    private static void threads(List<Analyzer.Input> inputs, ToIntFunction<Analyzer.Input> work)
            throws InterruptedException, ExecutionException {
        double[] gains = new double[ROUNDS];
        double[] dearer = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long[] one = run(inputs, work, 1);
            long[] two = run(inputs, work, 2);
            gains[round] = 2.0 * one[0] / two[0];
            dearer[round] = two[1] / (2.0 * one[1]);
        }
        Arrays.sort(gains);
        Arrays.sort(dearer);
        System.out.printf(
                Locale.ROOT,
                "2 threads: %.2f times the throughput of one (%.2f to %.2f), %.2f times the CPU time a text%n",
                gains[ROUNDS / 2],
                gains[0],
                gains[ROUNDS - 1],
                dearer[ROUNDS / 2]);
    }

    /** Each of the threads reads all texts; wall time and the sum of CPU times, in nanoseconds. */
    private static long[] run(List<Analyzer.Input> inputs, ToIntFunction<Analyzer.Input> work, int count)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            long start = System.nanoTime();
            List<Future<Long>> spent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                spent.add(threads.submit(() ->
                        inputs.stream().mapToLong(input -> cpu(work, input)).sum()));
            }
            long cpu = 0;
            for (Future<Long> each : spent) {
                cpu += each.get();
            }
            return new long[] {System.nanoTime() - start, cpu};
        }
    }

    static List<Analyzer.Input> gold() throws IOException {
        List<Analyzer.Input> inputs = new ArrayList<>();
        for (String half : List.of("development", "held-out")) {
            try (Stream<Path> texts = Files.list(GOLD.resolve(half).resolve("texts"))) {
                for (Path text : texts.sorted().toList()) {
                    String[] parts = Files.readString(text).split("\n", 2);
                    inputs.add(new Analyzer.Input(text.toString(), parts[0], parts[1].strip(), null, null, null));
                }
            }
        }
        return inputs;
    }

    private static List<Analyzer.Input> lines(String[] files) throws IOException {
        List<Analyzer.Input> inputs = new ArrayList<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode node = JSON.readTree(line);
                inputs.add(AnalyzeStage.input(node));
            }
        }
        return inputs;
    }
}
