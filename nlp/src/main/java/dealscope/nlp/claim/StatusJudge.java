package dealscope.nlp.claim;

import dealscope.deal.Cited;
import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import dealscope.deal.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how far a deal has got: by the words beside its tellings, the tense, and who is cited. */
final class StatusJudge {
    private static final double NEAR = 2.2;
    private static final double ADVERB = 1.4;
    private static final Set<DealType> MONEY_MOVES =
            EnumSet.of(DealType.INVESTMENT, DealType.ACQUISITION, DealType.DEBT);
    private static final Set<String> AGREEING = Words.of("not-yet");

    private static final Set<String> UNPAID = Words.of("unpaid");

    private final Lexicon lexicon;

    StatusJudge(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A status with the words that say so. */
    record Verdict(Status status, Line line, int start, int end) {}

    Verdict judge(Draft draft) {
        Candidate first = draft.first();
        Verdict talks = null;
        for (Candidate telling : draft.tellings) {
            Verdict cue = cue(telling);
            if (cue == null) {
                continue;
            }
            if (cue.status() != Status.TALKS) {
                return cue;
            }
            talks = talks == null ? cue : talks;
        }
        boolean firm = draft.tellings.stream().anyMatch(t -> cue(t) == null && told(t));
        if (talks != null
                && (!firm || talks.line() == first.line() || talks.line().inTitle())) {
            return talks;
        }
        if (MONEY_MOVES.contains(draft.type()) && moved(first)) {
            return verdict(Status.CLOSED, first);
        }
        return verdict(reported(draft) ? Status.REPORTED : Status.ANNOUNCED, first);
    }

    private static boolean told(Candidate telling) {
        return telling.frame().verb() || !telling.line().inTitle();
    }

    private static Verdict verdict(Status status, Candidate telling) {
        Unit from = telling.line().at(telling.from());
        return new Verdict(
                status,
                telling.line(),
                from.start(),
                telling.line().at(telling.to() - 1).end());
    }

    private @Nullable Verdict cue(Candidate telling) {
        Line line = telling.line();
        for (Phrases.Hit<Lexicon.StatusCue> hit : lexicon.statuses.in(line, 0, line.size())) {
            boolean near = line.path(hit.from(), telling.from()) < NEAR;
            if (near || !hit.value().near()) {
                return new Verdict(
                        hit.value().status(),
                        line,
                        line.at(hit.from()).start(),
                        line.at(hit.to() - 1).end());
            }
        }
        return null;
    }

    /** The verb stands in the past and nothing before it says that it is only agreed or planned. */
    private static boolean moved(Candidate telling) {
        if (!telling.frame().verb()
                || UNPAID.contains(telling.frame().cue())
                || telling.form() != Inflection.Form.PAST
                || telling.line().inTitle()) {
            return false;
        }
        for (int i = telling.from() - 1; i >= Math.max(0, telling.from() - 4); i--) {
            if (AGREEING.contains(telling.line().word(i))) {
                return false;
            }
        }
        return true;
    }

    /** Only the press or unnamed people say so, in what the article tells first. */
    private boolean reported(Draft draft) {
        Set<Cited> cited = EnumSet.noneOf(Cited.class);
        for (Candidate telling : draft.tellings) {
            cited.addAll(cited(telling.line(), telling.from()));
        }
        boolean party = cited.contains(Cited.COMPANY) || cited.contains(Cited.FILING);
        Set<Cited> firstCited = cited(draft.first().line(), draft.first().from());
        boolean unofficial = cited.contains(Cited.PEOPLE) || cited.contains(Cited.OUTLET);
        boolean firstUnofficial = firstCited.contains(Cited.PEOPLE) || firstCited.contains(Cited.OUTLET);
        return unofficial && (!party || firstUnofficial);
    }

    /** Who is cited in a line. */
    Set<Cited> cited(Line line) {
        return cited(line, -1);
    }

    /** Who is cited in a line for what the word at the place says; "reportedly" counts only near it. */
    private Set<Cited> cited(Line line, int at) {
        Set<Cited> cited = EnumSet.noneOf(Cited.class);
        for (Phrases.Hit<Cited> hit : lexicon.sources.in(line, 0, line.size())) {
            boolean adverb = hit.value() == Cited.OUTLET && hit.to() - hit.from() == 1;
            if (!adverb || at < 0 || line.path(hit.from(), at) < ADVERB) {
                cited.addAll(hit.values());
            }
        }
        for (int i = 0; i < line.size(); i++) {
            if (line.at(i).is(MentionKind.PUBLISHER) && reports(line, i)) {
                cited.add(Cited.OUTLET);
            }
        }
        return cited;
    }

    private static boolean reports(Line line, int publisher) {
        for (String word : List.of(
                line.word(publisher + 1),
                line.word(publisher + 2),
                line.word(publisher - 1),
                line.word(publisher - 2))) {
            if (word.startsWith("report")
                    || word.equals("said")
                    || word.equals("says")
                    || word.equals("to")
                    || word.equals("by")) {
                return true;
            }
        }
        return false;
    }
}
