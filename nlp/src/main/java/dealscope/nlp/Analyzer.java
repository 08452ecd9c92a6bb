package dealscope.nlp;

import dealscope.deal.Analysis;
import dealscope.deal.Company;
import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.nlp.claim.DealFinder;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article and says what is in it: {@code Analyzer.load()} once, then {@link #analyze} from any thread.
 *
 * <p>Any text may come in; time and length are bounded (what is beyond the bound is not read, and the analysis says so).
 */
public final class Analyzer {
    private final ArticleReader reader;
    private final DealFinder deals;

    private Analyzer(ArticleReader reader, DealFinder deals) {
        this.reader = reader;
        this.deals = deals;
    }

    /** Loads models and fact files from the class path; takes about a second. */
    public static Analyzer load() {
        return new Analyzer(ArticleReader.load(), DealFinder.load());
    }

    /** Raised when facts, models or rules change, so that stored articles are read again. */
    public int version() {
        return 2;
    }

    public Analysis analyze(Input input) {
        ReadText read = reader.read(input);
        List<Report> reports = deals.find(read);
        return new Gathered().all(read).parties(reports).analysis(reports, read.truncated());
    }

    /**
     * What is to be read.
     *
     * @param articleId goes into the claims
     * @param title null when there is none
     * @param publisher who wrote it; never a party by that alone
     * @param seen when Dealscope read it; goes into the claims
     */
    public record Input(
            String articleId,
            @Nullable String title,
            String text,
            @Nullable Instant published,
            @Nullable String publisher,
            @Nullable Instant seen) {}

    /** Each thing once, in order of appearance. */
    private static final class Gathered {
        private final Map<String, Company> companies = new LinkedHashMap<>();
        private final Map<List<Object>, Money> money = new LinkedHashMap<>();
        private final Map<List<Object>, Hardware> hardware = new LinkedHashMap<>();
        private final Set<Double> powerMw = new LinkedHashSet<>();
        private final List<Mention> mentions = new ArrayList<>();

        Gathered all(ReadText read) {
            for (Sentence sentence : read.sentences()) {
                for (Found found : sentence.found()) {
                    mentions.add(found.mention());
                    add(found.detail());
                }
            }
            return this;
        }

        /** Parties of deals that are companies by that alone. */
        Gathered parties(List<Report> reports) {
            for (Report report : reports) {
                report.payer().forEach(c -> companies.putIfAbsent(c.id(), c));
                report.payee().forEach(c -> companies.putIfAbsent(c.id(), c));
            }
            return this;
        }

        private void add(Detail detail) {
            if (detail instanceof Detail.Org org && org.acts()) {
                companies.putIfAbsent(org.company().id(), org.company());
            } else if (detail instanceof Detail.Amount amount) {
                add(amount.money());
            } else if (detail instanceof Detail.Gear gear) {
                add(gear.hardware());
            } else if (detail instanceof Detail.Capacity capacity && !capacity.ignored()) {
                powerMw.add(capacity.minMw());
                powerMw.add(capacity.mw());
            }
        }

        private void add(Money m) {
            Object per = m.per() == null ? "" : m.per();
            money.putIfAbsent(
                    List.of(m.currency(), m.min().stripTrailingZeros(), m.max().stripTrailingZeros(), per), m);
        }

        /** Every count that is given; without a count only what has none anywhere. */
        private void add(Hardware h) {
            boolean known =
                    hardware.keySet().stream().anyMatch(key -> key.getFirst().equals(h.name()));
            if (h.count() != null) {
                hardware.remove(List.of(h.name(), ""));
                hardware.putIfAbsent(List.of(h.name(), h.count()), h);
            } else if (!known) {
                hardware.put(List.of(h.name(), ""), h);
            }
        }

        Analysis analysis(List<Report> reports, boolean truncated) {
            return new Analysis(
                    List.copyOf(companies.values()),
                    List.copyOf(money.values()),
                    List.copyOf(hardware.values()),
                    List.copyOf(powerMw),
                    reports,
                    mentions,
                    truncated);
        }
    }
}
