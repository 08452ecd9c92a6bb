package dealscope.app;

import dealscope.nlp.Analyzer;
import dealscope.quality.BadGold;
import dealscope.quality.Evaluation;
import dealscope.quality.Floors;
import dealscope.quality.Gold;
import dealscope.quality.KnownAliases;
import dealscope.quality.Miss;
import dealscope.quality.ScoreTable;
import dealscope.quality.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dealscope eval}: how good the reading is, on the shipped gold or on one's own. */
@Command(
        name = "eval",
        description = "Measures how good the reading is: precision, recall and F1 on articles with their truth.",
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {
    @Option(
            names = "--gold",
            paramLabel = "PLACE",
            description = "A folder with gold.jsonl and texts/ID.txt, or such a file; default: both shipped halves.")
    @Nullable
    Path gold;

    @Option(
            names = "--half",
            description = "One shipped half: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Halves.class)
    @Nullable
    String half;

    @Option(names = "--errors", description = "Lists what was missed, wrongly found, or found with a wrong value.")
    boolean errors;

    @Option(
            names = "--companies",
            paramLabel = "CSV",
            description = "Other names of companies (columns name, aliases); default: the shipped facts.")
    @Nullable
    Path companies;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What {@code --half} takes. */
    static final class Halves implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("development", "held-out").iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        try {
            List<Gold> sets = sets();
            KnownAliases known = companies == null ? KnownAliases.shipped() : KnownAliases.of(companies);
            Evaluation evaluation = new Evaluation(Analyzer.load(), known);
            Floors floors = Floors.shipped();
            for (Gold set : sets) {
                show(set, evaluation.of(set), gold == null ? floors.of(set.name()) : Map.of());
            }
            return 0;
        } catch (BadGold e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private List<Gold> sets() {
        if (gold != null) {
            if (half != null) {
                throw new UsageException("Give --gold or --half, not both.");
            }
            return refused(Gold.of(gold));
        }
        return switch (half == null ? "" : half) {
            case "" -> List.of(Gold.development(), Gold.heldOut());
            case "development" -> List.of(Gold.development());
            case "held-out" -> refused(Gold.heldOut());
            default -> throw new UsageException("\"" + half + "\" is neither development nor held-out.");
        };
    }

    /** Errors of one set alone that shows only figures are refused at once. */
    private List<Gold> refused(Gold set) {
        if (errors && set.figuresOnly() != null) {
            throw new UsageException(set.figuresOnly());
        }
        return List.of(set);
    }

    private void show(Gold set, Scores scores, Map<String, Double> floors) {
        var out = spec.commandLine().getOut();
        out.println(set.name() + ": " + scores.articles() + " articles");
        out.println(ScoreTable.of(scores, floors));
        if (errors && set.figuresOnly() != null) {
            spec.commandLine().getErr().println(set.figuresOnly());
        } else if (errors) {
            for (Miss miss : scores.misses()) {
                out.println(miss.toString().replaceAll("\\p{Cntrl}", " "));
            }
            out.println();
        }
        out.flush();
    }
}
