package dealscope.store;

import dealscope.deal.Deal;
import dealscope.ledger.correction.Anchor;
import dealscope.ledger.correction.BadCorrection;
import dealscope.ledger.correction.Correction;
import dealscope.ledger.correction.CorrectionRequest;
import dealscope.ledger.correction.Decision;
import dealscope.ledger.correction.FieldText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The store's part about corrections; {@link Store#corrections}. Promises what the store promises.
 *
 * <p>A correction is stored and replayed in one transaction. A dry run is that very transaction, rolled back: what it says
 * is what would come.
 */
public final class CorrectionStore {
    private static final int LONGEST_AUTHOR = 100;
    private static final int LONGEST_NOTE = 1000;
    /** Deals whose change is told one by one; an alias of a large company touches thousands. */
    private static final int MOST_TOLD = 200;

    private final Database database;
    private final LedgerRules rules;
    private final InstantSource clock;
    private final FieldText fields = new FieldText();

    CorrectionStore(Database database, LedgerRules rules, InstantSource clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What a correction does.
     *
     * @param changes of deals, the first {@value CorrectionStore#MOST_TOLD} by id
     * @param changed how many deals it changes in all
     */
    public record Outcome(Correction correction, List<DealChange> changes, int changed) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /** Carries the outcome of a dry run out of its transaction, which is rolled back. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        Rehearsed(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** Carries a refusal out of a transaction. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient BadCorrection reason;

        Refused(BadCorrection reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }

    /** What the correction would change; nothing is stored. */
    public Outcome tryOut(CorrectionRequest asked) throws BadCorrection {
        try {
            database.write(handle -> {
                throw new Rehearsed(make(handle, asked));
            });
            throw new IllegalStateException("a dry run ends with its outcome");
        } catch (Rehearsed rehearsed) {
            return rehearsed.outcome;
        } catch (Refused refused) {
            throw refused.reason;
        }
    }

    /** Stores the correction and brings the deals up to date. */
    public Outcome save(CorrectionRequest asked) throws BadCorrection {
        try {
            return database.write(handle -> make(handle, asked));
        } catch (Refused refused) {
            throw refused.reason;
        }
    }

    /** All corrections with what has become of them, the last first. */
    public List<CorrectionState> all() {
        return database.read(handle -> new CorrectionStates(handle, rules).all());
    }

    /** The correction with this id. */
    public Optional<CorrectionState> byId(String id) {
        return all().stream()
                .filter(state -> state.correction().id().equals(id))
                .findFirst();
    }

    /** Every correction as a line of NDJSON, in the order in which they were made. */
    public List<String> export() {
        return database.read(
                handle -> rules.log(handle).stream().map(CorrectionFile::line).toList());
    }

    /**
     * Takes over corrections that {@link #export} wrote, here or elsewhere, in their order; those that are here already are
     * left as they are.
     *
     * @return how many were new
     * @throws BadCorrection when a line is none, with its number; then nothing is taken over
     */
    public int importLines(List<String> lines) throws BadCorrection {
        List<Correction> corrections = CorrectionFile.read(lines);
        return database.write(handle -> store(handle, corrections));
    }

    private Outcome make(Handle handle, CorrectionRequest asked) {
        try {
            Decision decision = new DecisionReader(handle, fields, rules.corrections(handle)).read(asked);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String author = bounded(asked.author(), "author", LONGEST_AUTHOR);
            if (author.isEmpty()) {
                throw new BadCorrection("\"author\" must say who decides this");
            }
            String note = bounded(asked.note(), "note", LONGEST_NOTE);
            return add(handle, Correction.of(at, author, note, decision));
        } catch (BadCorrection e) {
            throw new Refused(e);
        }
    }

    private static String bounded(String text, String name, int most) throws BadCorrection {
        String clean = Column.cleanText(text.strip());
        if (clean.length() > most) {
            throw new BadCorrection("\"" + name + "\" has at most " + most + " characters");
        }
        return clean;
    }

    private Outcome add(Handle handle, Correction correction) {
        long cursor = new ChangeLog(handle).last();
        store(handle, List.of(correction));
        List<ChangeLog.Mark> marks = new ChangeLog(handle)
                .after(cursor, Integer.MAX_VALUE).stream()
                        .filter(mark -> mark.kind() != ChangeLog.Kind.ARTICLE)
                        .toList();
        Set<String> ids = new TreeSet<>();
        marks.forEach(mark -> ids.add(mark.id()));
        List<String> told = ids.stream().limit(MOST_TOLD).toList();
        Map<String, Deal> before = database.read(snapshot -> new DealTable(snapshot).byIds(told));
        Map<String, Deal> after = new DealTable(handle).byIds(told);
        List<DealChange> changes = told.stream()
                .filter(id -> before.containsKey(id) || after.containsKey(id))
                .map(id -> new DealChange(before.get(id), after.get(id)))
                .toList();
        return new Outcome(correction, changes, Math.max(changes.size(), ids.size()));
    }

    /** Notes the corrections that are not there yet and makes anew what they touch. */
    private int store(Handle handle, List<Correction> corrections) {
        CorrectionTable table = new CorrectionTable(handle);
        Set<String> articles = new TreeSet<>();
        corrections.forEach(each -> articles.addAll(touched(handle, each.decision())));
        List<Correction> added = corrections.stream().filter(table::add).toList();
        added.forEach(each -> articles.addAll(touched(handle, each.decision())));
        DealRevision revision = new DealRevision(handle, rules);
        articles.forEach(revision::willChange);
        revision.revise(articles);
        return added.size();
    }

    /** Articles whose deals the decision may change, under the corrections that hold now. */
    private Set<String> touched(Handle handle, Decision decision) {
        return switch (decision) {
            case Decision.Undo undo ->
                new CorrectionTable(handle)
                        .byId(undo.correction())
                        .map(undone -> touched(handle, undone.decision()))
                        .orElse(Set.of());
            case Decision.Alias alias -> {
                ReportTable reports = new ReportTable(handle);
                Set<String> articles = new TreeSet<>();
                for (String id : List.of(alias.from().id(), alias.to().id())) {
                    articles.addAll(reports.articlesOf(rules.at(handle).rootOf(id)));
                }
                yield articles;
            }
            default -> present(handle, decision);
        };
    }

    private Set<String> present(Handle handle, Decision decision) {
        AnchorPlaces places = new AnchorPlaces(handle, rules.corrections(handle));
        Set<String> articles = new TreeSet<>();
        for (List<Anchor> anchors : decision.targets()) {
            anchors.stream().map(places).filter(Objects::nonNull).forEach(report -> articles.add(report.articleId()));
        }
        return articles;
    }
}
