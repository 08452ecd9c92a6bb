package dealscope.nlp.claim;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import dealscope.nlp.text.Detail;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Meets the frames in a line and takes the parties from around the word. */
final class CandidateFinder {
    private static final int NEED_REACH = 14;
    private static final double CLAUSE = 1.4;
    /** How sure a fixed frame is of who pays; an open one is as sure as {@link Direction} says. */
    private static final double SURE = 2;

    private static final Set<String> NEGATIONS = Words.of("negation");
    private static final Set<String> DETERMINERS = Words.of("determiner");
    private static final Set<String> INVESTING = Words.of("into");
    /** "... and collaborating with X" is said beside something else. */
    /** Who pledges money to a cloud buys its capacity. */
    private static final Set<String> PLEDGING = Words.of("pledging");

    private static final double GUESSED = 0.93;

    private static final double BESIDE = 0.7;

    private static final Set<String> INTO = Words.of("into");
    /** A parent may buy what is its own since then: sides are told apart by company, not by group. */
    private static final Set<DealType> MONEY_MOVES =
            EnumSet.of(DealType.INVESTMENT, DealType.ACQUISITION, DealType.DEBT);

    private static final Set<String> LENDERS = Words.of("lender-kind");
    private static final Set<String> HOLDERS = Words.of("holder");
    private static final Set<String> OBJECT_PREPOSITIONS = Words.of("object-preposition");
    private static final Set<String> MODALS = Words.of("modal");

    private final Lexicon lexicon;
    private final TypeJudge types;

    CandidateFinder(Lexicon lexicon, TypeJudge types) {
        this.lexicon = lexicon;
        this.types = types;
    }

    /** The place of a frame's word in a line, with what its roles are looked for in. */
    private record Site(
            Line line,
            int from,
            int to,
            Frame frame,
            Inflection.Form form,
            boolean passive,
            int need,
            Coreference.Spoken spoken) {}

    List<Candidate> find(Line line, Coreference.Spoken spoken) {
        if (lexicon.vetoes.in(line, 0, line.size()).stream().anyMatch(h -> h.value())) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < line.size(); i++) {
            Phrases.Hit<Lexicon.Cue> hit = i < next ? null : lexicon.frames.at(line, i);
            if (hit != null && line.at(i).found() == null) {
                List<Candidate> made = at(line, hit, spoken);
                found.addAll(made);
                made.forEach(m -> found.addAll(gapped(line, m)));
                next = hit.to();
            }
        }
        return found;
    }

    /** "A will invest $10bn and B $5bn": the verb is said once. */
    private static List<Candidate> gapped(Line line, Candidate told) {
        if (told.type() != DealType.INVESTMENT || !told.frame().verb()) {
            return List.of();
        }
        List<Candidate> more = new ArrayList<>();
        for (int i = told.to(); i + 1 < line.size(); i++) {
            boolean given = line.at(i).money()
                    && i + 2 < line.size()
                    && line.company(i + 2)
                    && INVESTING.contains(line.word(i + 1));
            if (given && !Party.overlap(line.at(i + 2).parties(), told.payee())) {
                more.add(new Candidate(
                        told.type(),
                        told.payer(),
                        line.at(i + 2).parties(),
                        line,
                        i,
                        i + 1,
                        told.frame(),
                        told.form(),
                        false,
                        SURE,
                        told.weight()));
            }
            if (line.company(i) && line.at(i + 1).money() && gap(line, i)) {
                List<Party> payer = Party.without(line.at(i).parties(), told.payee());
                if (!payer.isEmpty() && !Party.overlap(payer, told.payer())) {
                    more.add(new Candidate(
                            told.type(),
                            payer,
                            told.payee(),
                            line,
                            i,
                            i + 1,
                            told.frame(),
                            told.form(),
                            false,
                            SURE,
                            told.weight()));
                }
            }
        }
        return more;
    }

    private static boolean gap(Line line, int company) {
        String before = line.word(company - 1);
        return before.equals("and") || before.equals(",") || line.preposition(company) == null;
    }

    private List<Candidate> at(Line line, Phrases.Hit<Lexicon.Cue> hit, Coreference.Spoken spoken) {
        int from = hit.from();
        int end = line.clauseEnd(from, 30, CLAUSE);
        if (lexicon.vetoes.anyIn(line, line.clauseStart(from, 20, CLAUSE), end)) {
            return List.of();
        }
        for (Lexicon.Cue cue : hit.values().stream()
                .sorted((a, b) -> Integer.compare(a.frame().number(), b.frame().number()))
                .toList()) {
            Frame frame = cue.frame();
            if (frame.verb() ? !verb(line, from, cue.form()) : !noun(line, from, hit.to())) {
                continue;
            }
            boolean passive = frame.verb() && Arguments.passive(line, from, cue.form());
            int need = needs(line, hit, frame, end, passive);
            if (need == Arguments.NONE) {
                continue;
            }
            List<Candidate> made = make(new Site(line, from, hit.to(), frame, cue.form(), passive, need, spoken));
            if (!made.isEmpty()) {
                return made;
            }
        }
        return List.of();
    }

    /** Whether the word stands as a verb here. The tagger errs in headlines, so the words before it have a say. */
    private static boolean verb(Line line, int at, Inflection.Form form) {
        String before = line.word(at - 1);
        boolean contracted = before.equals("'s") && form == Inflection.Form.ING && !line.possessive(at - 2);
        if ((DETERMINERS.contains(before) && !contracted) || line.at(at).glued() || habit(line, at, form)) {
            return false;
        }
        if (line.at(at).pos("VERB", "AUX") || form == Inflection.Form.ING) {
            return !negated(line, at);
        }
        boolean free =
                at == 0 || line.company(at - 1) || before.equals("to") || before.equals("will") || before.equals("and");
        return free
                && !negated(line, at)
                && (line.inTitle()
                        || before.equals("to")
                        || before.equals("will")
                        || line.at(at).pos("PROPN", "ADJ", "X"));
    }

    private static boolean objectFollows(Unit next) {
        return next.pos("DET", "NUM", "PUNCT")
                || next.company()
                || next.money()
                || next.word().equals("<its>");
    }

    /** "X, which builds data centers": what a company does, not a deal. */
    private static boolean habit(Line line, int at, Inflection.Form form) {
        String before = line.word(at - 1);
        return form == Inflection.Form.PRESENT
                && (before.equals("which") || before.equals("that") || before.equals("who"));
    }

    private static boolean negated(Line line, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (NEGATIONS.contains(line.word(i))) {
                return true;
            }
            if (line.company(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean noun(Line line, int from, int to) {
        Unit unit = line.at(to - 1);
        String before = line.word(from - 1);
        boolean verbal = unit.pos("VERB", "AUX") || before.equals("to") || before.equals("will");
        if (verbal
                && !DETERMINERS.contains(before)
                && !(from > 0 && line.at(from - 1).pos("ADJ"))) {
            return line.inTitle() && !before.equals("to") && !before.equals("will");
        }
        if (NEGATIONS.contains(before)
                || (before.equals("in")
                        && (line.word(from).equals("collaboration")
                                || line.word(from).equals("partnership")
                                || line.word(from).equals("cooperation")))) {
            return false;
        }
        Phrases.Hit<Lexicon.Cue> next = to < line.size() ? lexicon.frames.at(line, to) : null;
        boolean headFollows = next != null
                && next.values().stream().anyMatch(c -> !c.frame().verb())
                && line.at(next.to() - 1).pos("NOUN", "PROPN");
        boolean nounFollows = !line.inTitle()
                && to < line.size()
                && line.at(to).pos("NOUN")
                && !line.at(to).glued()
                && !line.word(to).equals("'s");
        return !headFollows && !nounFollows;
    }

    /** Number of the unit that met the last need, the word's own when it needs nothing, NONE when one is not met. */
    private int needs(Line line, Phrases.Hit<Lexicon.Cue> hit, Frame frame, int end, boolean passive) {
        int met = hit.from();
        boolean relative = relative(line, hit.from());
        int from = frame.verb() && !passive && !relative
                ? hit.to()
                : Math.max(line.clauseStart(hit.from(), 12, CLAUSE), hit.from() - 9);
        for (Frame.Need need : frame.needs()) {
            int one = Arguments.NONE;
            for (String name : need.anyOf()) {
                if (one == Arguments.NONE) {
                    one = need(line, hit, name, from, end);
                }
            }
            if ((one == Arguments.NONE) != need.absent()) {
                return Arguments.NONE;
            }
            met = one == Arguments.NONE || line.at(one).money() ? met : one;
        }
        return met;
    }

    /** Whether what is done stands before: "the data center it is building", "a round in which X took part". */
    private static boolean relative(Line line, int verb) {
        for (int i = verb - 1; i >= Math.max(1, verb - 8); i--) {
            if (line.company(i)) {
                boolean which =
                        line.word(i - 1).equals("which") || line.word(i - 1).equals("that");
                return which || (i >= verb - 3 && line.at(i - 1).pos("NOUN"));
            }
            if (!line.at(i).pos("AUX", "ADV", "PART", "VERB")) {
                return false;
            }
        }
        return false;
    }

    private int need(Line line, Phrases.Hit<Lexicon.Cue> hit, String name, int from, int end) {
        int to = name.equals("hire") ? line.size() : Math.min(end, hit.to() + NEED_REACH);
        switch (name) {
            case "company" -> {
                return Arguments.object(line, hit.to() - 1);
            }
            case "customer" -> {
                return Arguments.customer(line, hit.from(), lexicon) ? hit.from() : Arguments.NONE;
            }
            case "goods" -> {
                List<Phrases.Hit<Lexicon.Goods>> goods = lexicon.goods.in(line, from, to);
                int hardware = first(line, from, to, MentionKind.HARDWARE);
                return !goods.isEmpty() ? goods.getFirst().from() : hardware;
            }
            case "site" -> {
                return lexicon.needs.in(line, from, to).stream()
                        .filter(h -> h.values().contains(name) && !lexicon.notSites.contains(line.word(h.to())))
                        .map(h -> h.to() - 1)
                        .findFirst()
                        .orElse(Arguments.NONE);
            }
            case "property" -> {
                return property(line, hit.to(), to);
            }
            case "event" -> {
                boolean habit = inflected(line, hit.from()) && !line.inTitle();
                return habit ? Arguments.NONE : hit.from();
            }
            case "place" -> {
                return Arguments.place(line, from, end) ? hit.from() : Arguments.NONE;
            }
            case "sum" -> {
                for (int i = hit.to(); i < Math.min(to, hit.to() + 4); i++) {
                    if (line.at(i).money()) {
                        return i;
                    }
                    if (line.at(i).pos("ADP", "VERB", "PUNCT", "NOUN")) {
                        break;
                    }
                }
                return Arguments.NONE;
            }
            case "final" -> {
                return hit.to() >= line.size() || line.at(hit.to()).pos("PUNCT") ? hit.from() : Arguments.NONE;
            }
            case "money" -> {
                return first(line, from, to, MentionKind.MONEY);
            }
            case "power" -> {
                return first(line, from, to, MentionKind.POWER);
            }
            default -> {
                return lexicon.needs.in(line, from, to).stream()
                        .filter(h -> h.values().contains(name)
                                && !line.word(h.from() - 1).equals("no"))
                        .map(h -> h.to() - 1)
                        .findFirst()
                        .orElse(Arguments.NONE);
            }
        }
    }

    /** A site as the very thing that is bought or sold. */
    private int property(Line line, int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Hit<String> hit = lexicon.needs.at(line, i);
            if (hit != null && hit.values().contains("site")) {
                return nounAt(line, hit.to()) ? Arguments.NONE : hit.to() - 1;
            }
            boolean away = line.at(i).pos("ADP", "SCONJ", "VERB") && !OBJECT_PREPOSITIONS.contains(line.word(i));
            if (away) {
                return Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }

    /** Present tense in the text tells what a company does every day. */
    private static boolean inflected(Line line, int verb) {
        return line.word(verb).endsWith("s") && line.at(verb).pos("VERB", "NOUN");
    }

    /** "a commitment to use X's cloud". */
    private static int using(Line line, int from) {
        for (int i = from; i < Math.min(line.size(), from + 12); i++) {
            if (line.company(i) && line.possessive(i)) {
                return i;
            }
        }
        return Arguments.NONE;
    }

    private static boolean nounAt(Line line, int at) {
        return at < line.size() && line.at(at).pos("NOUN");
    }

    private static int first(Line line, int from, int to, MentionKind kind) {
        for (int i = Math.max(0, from); i < Math.min(to, line.size()); i++) {
            if (line.at(i).is(kind)) {
                return i;
            }
        }
        return Arguments.NONE;
    }

    private List<Candidate> make(Site site) {
        Frame frame = site.frame;
        List<Party> payer = role(site, frame.payer(), List.of());
        List<Party> payee = role(site, frame.payee(), payer == null ? List.of() : payer);
        if (frame.open()) {
            return open(site, payer, payee);
        }
        if (payer == null || payee == null) {
            return List.of();
        }
        payee = MONEY_MOVES.contains(frame.type()) ? Party.others(payee, payer) : Party.without(payee, payer);
        boolean purpose =
                site.line.word(site.from - 1).equals("to") && lexicon.frames.at(site.line, site.from - 2) != null;
        if (purpose && payee.isEmpty() && payer.size() > 1) {
            return List.of();
        }
        boolean joint = frame.type() == DealType.DATACENTER || !frame.verb();
        if ((payer.isEmpty() && payee.size() > 1) || (payee.isEmpty() && payer.size() > 1 && !joint)) {
            return List.of();
        }
        if ((payer.isEmpty()
                        && !frame.payer().optional()
                        && !frame.payer().places().contains("customer"))
                || (payee.isEmpty() && !frame.payee().optional())
                || (payer.isEmpty() && payee.isEmpty())) {
            return List.of();
        }
        boolean each =
                payee.size() > 1 && (frame.type() == DealType.INVESTMENT || frame.type() == DealType.ACQUISITION);
        boolean targetFirst = frame.cue().equals("merger") && heldBy(site);
        return targetFirst ? split(site, payee, payer, false) : split(site, payer, payee, each);
    }

    /** "Holders of X rejected the merger with Y": X is the target. */
    private static boolean heldBy(Site site) {
        int subject = Arguments.subject(site.line, site.from);
        return subject != Arguments.NONE
                && (HOLDERS.contains(site.line.word(subject + 1))
                        || HOLDERS.contains(site.line.word(subject + 2))
                        || HOLDERS.contains(site.line.word(subject - 2)));
    }

    /** Parties without direction: any two sides will do, and a list on one side is split. */
    private List<Candidate> open(Site site, @Nullable List<Party> one, @Nullable List<Party> other) {
        List<Party> a = one == null ? List.of() : one;
        List<Party> b = Party.without(other == null ? List.of() : other, a);
        boolean listed = b.isEmpty() && a.size() > 1;
        if (listed) {
            b = a.subList(1, a.size());
            a = a.subList(0, 1);
        } else if (a.isEmpty() && b.size() > 1 && !plural(site)) {
            a = b.subList(0, 1);
            b = b.subList(1, b.size());
        } else if (a.isEmpty() && !b.isEmpty()) {
            a = Party.without(site.spoken.subjects(), b).stream().limit(1).toList();
        }
        b = Party.without(b, a);
        boolean between = Arguments.after(site.line, site.to - 1, "between") != Arguments.NONE;
        boolean single = !between && (listed || other == null || other.isEmpty());
        if (single && (plural(site) || adjunct(site))) {
            return List.of();
        }
        boolean each = plural(site) && b.size() > 1 && !listed;
        return a.isEmpty() || b.isEmpty() ? List.of() : split(site, a, b, each);
    }

    /** "... in a deal that", "under an agreement": it is the verb's deal, not another. */
    private static boolean adjunct(Site site) {
        for (int i = site.from - 1; i >= Math.max(0, site.from - 6); i--) {
            String word = site.line.word(i);
            if (word.equals("a") || word.equals("an") || word.equals("the")) {
                String before = site.line.word(i - 1);
                return before.equals("in") || before.equals("under") || before.equals("through") || before.equals("of");
            }
        }
        return false;
    }

    private static boolean plural(Site site) {
        return !site.frame.verb() && site.form == Inflection.Form.PRESENT;
    }

    private List<Candidate> split(Site site, List<Party> payer, List<Party> payee, boolean each) {
        if (!each) {
            return List.of(candidate(site, payer, payee));
        }
        return payee.stream().map(p -> candidate(site, payer, List.of(p))).toList();
    }

    private Candidate candidate(Site site, List<Party> from, List<Party> to) {
        List<Party> payer = from;
        List<Party> payee = to;
        boolean lends = site.frame.type() == DealType.DEBT
                && payer.isEmpty()
                && payee.stream().allMatch(p -> p.industry() != null && LENDERS.contains(p.industry()));
        if (lends) {
            payer = payee;
            payee = Party.without(partner(site), payer);
        }
        DealType type = site.frame.type();
        if (type == null) {
            type = types.goods(site.line, site.from, site.to, site.frame);
            type = types.capacity(type, payer, payee, site.frame.open());
        }
        if (type == DealType.INVESTMENT
                && PLEDGING.contains(site.frame.cue())
                && !payee.isEmpty()
                && lexicon.sellerRank(DealType.COMPUTE, payee) >= 7) {
            type = DealType.COMPUTE;
        }
        double weight = site.frame.weight() * sureness(payer) * sureness(payee);
        if (site.frame.verb()
                && site.frame.open()
                && site.form == Inflection.Form.ING
                && !site.line.at(Math.max(0, site.from - 1)).pos("AUX")) {
            weight *= BESIDE;
        }
        if (site.frame.verb() && site.from > 0 && MODALS.contains(site.line.word(site.from - 1))) {
            weight *= 0.6;
        }
        return new Candidate(
                type,
                payer,
                payee,
                site.line,
                site.from,
                site.to,
                site.frame,
                site.form,
                site.frame.open(),
                SURE,
                weight);
    }

    private static double sureness(List<Party> side) {
        return side.isEmpty() || side.stream().anyMatch(Party::sure) ? 1 : GUESSED;
    }

    /** The parties in the first place that holds any; null when none does and one is required. */
    private @Nullable List<Party> role(Site site, Frame.Roles roles, List<Party> not) {
        for (String place : roles.places()) {
            List<Party> parties = place(site, place);
            if (!Party.others(parties, not).isEmpty()) {
                return parties;
            }
        }
        return roles.optional() || roles.places().contains("customer") ? List.of() : null;
    }

    private List<Party> place(Site site, String place) {
        Line line = site.line;
        int at =
                switch (place) {
                    case "subj" ->
                        !site.frame.verb()
                                ? Arguments.subject(line, Arguments.phraseStart(line, site.from))
                                : site.passive
                                        ? Arguments.after(line, site.from, "by")
                                        : Arguments.subject(line, site.from);
                    case "obj" ->
                        site.passive ? Arguments.subject(line, site.from) : Arguments.object(line, site.to - 1);
                    case "owner" -> Arguments.owner(line, site.need);
                    case "poss" ->
                        site.frame.verb() ? rightPossessor(line, site.to) : Arguments.before(line, site.from, true);
                    case "mod", "pair" -> Arguments.before(line, site.from, false);
                    case "left" -> Arguments.left(line, site.from);
                    case "led" -> Arguments.led(line, site.from);
                    case "rel" -> Arguments.relativeSubject(line, site.to);
                    case "borrower" -> Arguments.beneficiary(line, site.to);
                    case "using" -> using(line, site.to);
                    case "whole" -> Arguments.whole(line, site.from);
                    case "list" -> Arguments.listed(line, site.from);
                    case "host" -> Arguments.host(line, site.to - 1);
                    case "raiser" -> Arguments.raiser(line, site.from);
                    case "valued" -> Arguments.valued(line, site.from);
                    case "partner", "customer", "vendor", "cloud" -> Arguments.NONE;
                    default ->
                        site.frame.verb()
                                ? Arguments.after(line, site.from, place)
                                : Arguments.afterNoun(line, site.to - 1, place);
                };
        if (place.equals("partner")) {
            return partner(site);
        }
        if (!site.frame.verb() && place.equals("with")) {
            int body = Arguments.agencyAfter(line, site.to - 1, place);
            if (body != Arguments.NONE && (at == Arguments.NONE || body < at)) {
                return named(line, body, site.spoken);
            }
        }
        if (place.equals("subj")
                && site.frame.open()
                && at != Arguments.NONE
                && line.at(at).parties().size() > 1
                && line.preposition(at) != null) {
            return List.of();
        }
        if (place.equals("vendor") || place.equals("cloud")) {
            List<Party> vendor = named(line, Arguments.vendor(line, site.to, site.to + 12), site.spoken);
            boolean cloud = vendor.stream().allMatch(v -> lexicon.sellerRank(DealType.COMPUTE, List.of(v)) >= 7);
            return place.equals("vendor") || cloud ? vendor : List.of();
        }
        if (at == Arguments.NONE) {
            return List.of();
        }
        List<Party> parties = line.at(at).parties();
        if (place.equals("at") && parties.stream().noneMatch(Party::sure)) {
            return List.of();
        }
        return place.equals("pair") && parties.size() < 2 ? List.of() : parties;
    }

    /** A company that only describes a product, or a public body, as a party. */
    private static List<Party> named(Line line, int at, Coreference.Spoken spoken) {
        if (at == Arguments.NONE) {
            return List.of();
        }
        Unit unit = line.at(at);
        if (unit.found() != null
                && unit.found().detail() instanceof Detail.Gear gear
                && gear.hardware().vendor() != null) {
            String vendor = gear.hardware().vendor();
            return maker(line, unit, vendor, spoken);
        }
        Detail detail = unit.found() == null ? null : unit.found().detail();
        if (detail instanceof Detail.Org org) {
            return List.of(new Party(
                    org.company(), org.root(), org.industry(), unit.start(), unit.end(), line.inTitle(), true));
        }
        if (detail instanceof Detail.Named body) {
            String id = body.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "-");
            return List.of(new Party(
                    new Company(id, body.name()), id, "agency", unit.start(), unit.end(), line.inTitle(), true));
        }
        return List.of();
    }

    /** The maker of a chip that the text names: one that was spoken of. */
    private static List<Party> maker(Line line, Unit unit, String vendor, Coreference.Spoken spoken) {
        for (List<Party> known : List.of(line.parties(), spoken.all())) {
            for (Party party : known) {
                if (party.company().name().equalsIgnoreCase(vendor)) {
                    return List.of(party);
                }
            }
        }
        String id = vendor.toLowerCase(Locale.ROOT);
        return List.of(new Party(new Company(id, vendor), id, "chips", unit.start(), unit.end(), line.inTitle(), true));
    }

    /** Who else is spoken of, when the text leaves the other side unsaid: in the line before the word, else before. */
    private static List<Party> partner(Site site) {
        Line line = site.line;
        if (!site.frame.verb() && INTO.contains(line.word(site.to))) {
            return List.of();
        }
        int subject = Arguments.subject(line, site.from);
        List<Party> own =
                subject == Arguments.NONE ? List.of() : line.at(subject).parties();
        int owner = site.frame.verb() ? Arguments.NONE : Arguments.before(line, site.from, true);
        List<Party> owners =
                owner == Arguments.NONE ? List.of() : line.at(owner).parties();
        for (int i = site.from - 1; i >= 0; i--) {
            if (line.company(i)
                    && line.at(i).parties().size() == 1
                    && !line.hyphened(i)
                    && line.preposition(i) == null
                    && !Party.overlap(line.at(i).parties(), owners)
                    && (owner != Arguments.NONE || !Party.overlap(line.at(i).parties(), own))) {
                return line.at(i).parties();
            }
        }
        return Party.without(Party.without(site.spoken.subjects(), owners), site.frame.verb() ? own : List.of())
                .stream()
                .limit(1)
                .toList();
    }

    /** "use Google's chips": the owner of what the verb takes. */
    private static int rightPossessor(Line line, int from) {
        for (int i = from; i < Math.min(line.size(), from + 12); i++) {
            if (line.company(i)) {
                return line.possessive(i) ? i : Arguments.NONE;
            }
            if (line.path(from, i) > 1.2) {
                return Arguments.NONE;
            }
        }
        return Arguments.NONE;
    }
}
