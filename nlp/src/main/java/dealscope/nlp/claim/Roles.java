package dealscope.nlp.claim;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.MentionKind;
import dealscope.nlp.text.Detail;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the parties of a frame from the places that it names. */
final class Roles {
    private static final Set<String> GOVERNED = Set.of("with", "from", "by");
    private static final Set<String> INTO = Words.of("into");
    /** Rank among sellers of capacity from which on a maker of chips rents them out. */
    private static final double CLOUD = 7;

    private final Lexicon lexicon;

    Roles(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The parties in the first place that holds any; null when none does and one is required. */
    @Nullable
    List<Party> parties(Site site, Frame.Roles roles, List<Party> not) {
        for (String place : roles.places()) {
            List<Party> parties = place(site, place);
            if (!Party.others(parties, not).isEmpty()) {
                return parties;
            }
        }
        return roles.optional() || roles.places().contains("customer") ? List.of() : null;
    }

    private List<Party> place(Site site, String place) {
        Line line = site.line();
        int at =
                switch (place) {
                    case "subj" ->
                        !site.frame().verb()
                                ? Arguments.subject(line, Arguments.phraseStart(line, site.from()))
                                : site.passive()
                                        ? Arguments.after(line, site.from(), "by")
                                        : Arguments.subject(line, site.from());
                    case "obj" ->
                        site.passive() ? Arguments.subject(line, site.from()) : Arguments.object(line, site.to() - 1);
                    case "owner" -> Arguments.owner(line, site.need());
                    case "poss" ->
                        site.frame().verb()
                                ? rightPossessor(line, site.to())
                                : Arguments.before(line, site.from(), true);
                    case "mod", "pair" -> Arguments.before(line, site.from(), false);
                    case "left" -> Arguments.left(line, site.from());
                    case "led" -> PointedArguments.led(line, site.from());
                    case "both" -> both(line, site.from());
                    case "backer" -> PointedArguments.backer(line, site.from());
                    case "rel" -> relative(site);
                    case "borrower" -> PointedArguments.beneficiary(line, site.to());
                    case "using" -> using(line, site.to());
                    case "whole" -> PointedArguments.whole(line, site.from());
                    case "list" -> PointedArguments.listed(line, site.from());
                    case "host" -> PointedArguments.host(line, site.to() - 1);
                    case "raiser" -> PointedArguments.raiser(line, site.from());
                    case "valued" -> PointedArguments.valued(line, site.from());
                    case "partner", "customer", "vendor", "cloud" -> Arguments.NONE;
                    default ->
                        site.frame().verb()
                                ? Arguments.after(line, site.from(), place)
                                : Arguments.afterNoun(line, site.to() - 1, place);
                };
        if (place.equals("partner")) {
            return partner(site);
        }
        if (!site.frame().verb() && place.equals("with")) {
            int body = PointedArguments.agencyAfter(line, site.to() - 1, place);
            if (body != Arguments.NONE && (at == Arguments.NONE || body < at)) {
                return named(line, body, site.spoken());
            }
        }
        if (place.equals("subj")
                && site.frame().open()
                && at != Arguments.NONE
                && line.preposition(at) != null
                && (line.at(at).parties().size() > 1 || GOVERNED.contains(line.preposition(at)))) {
            return List.of();
        }
        if (place.equals("vendor") || place.equals("cloud")) {
            List<Party> vendor = named(line, PointedArguments.vendor(line, site.to(), site.to() + 12), site.spoken());
            boolean cloud = vendor.stream().allMatch(v -> lexicon.sellerRank(DealType.COMPUTE, List.of(v)) >= CLOUD);
            return place.equals("vendor") || cloud ? vendor : List.of();
        }
        if (at == Arguments.NONE) {
            return List.of();
        }
        List<Party> parties =
                line.company(at) || !place.equals("poss") ? line.at(at).parties() : named(line, at, site.spoken());
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
        if (unit.company()) {
            return unit.parties();
        }
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
    static List<Party> partner(Site site) {
        Line line = site.line();
        if (!site.frame().verb() && INTO.contains(line.word(site.to()))) {
            return List.of();
        }
        int subject = Arguments.subject(line, site.from());
        List<Party> own =
                subject == Arguments.NONE ? List.of() : line.at(subject).parties();
        int owner = site.frame().verb() ? Arguments.NONE : Arguments.before(line, site.from(), true);
        List<Party> owners =
                owner == Arguments.NONE ? List.of() : line.at(owner).parties();
        for (int i = site.from() - 1; i >= 0; i--) {
            if (line.company(i)
                    && line.at(i).parties().size() == 1
                    && !line.hyphened(i)
                    && line.preposition(i) == null
                    && !Party.overlap(line.at(i).parties(), owners)
                    && (owner != Arguments.NONE || !Party.overlap(line.at(i).parties(), own))) {
                return line.at(i).parties();
            }
        }
        if (row(line)) {
            return List.of();
        }
        return Party.without(
                        Party.without(site.spoken().subjects(), owners),
                        site.frame().verb() ? own : List.of())
                .stream()
                .limit(1)
                .toList();
    }

    /** The row of a table names its own parties. */
    private static boolean row(Line line) {
        return line.word(0).equals("|");
    }

    /** The subject when it is several companies. */
    private static int both(Line line, int verb) {
        int subject = Arguments.subject(line, verb);
        return subject != Arguments.NONE && line.at(subject).parties().size() > 1 ? subject : Arguments.NONE;
    }

    /** "a loan that X arranged", but not "a loan for a campus that X builds", where X borrows. */
    private static int relative(Site site) {
        int at = Arguments.relativeSubject(site.line(), site.to());
        boolean borrows =
                site.frame().type() == DealType.DEBT && at == PointedArguments.beneficiary(site.line(), site.to());
        return borrows ? Arguments.NONE : at;
    }

    /** "use Google's chips": the owner of what the verb takes. */
    private static int rightPossessor(Line line, int from) {
        for (int i = from; i < Math.min(line.size(), from + 12); i++) {
            if (line.company(i) || line.at(i).is(MentionKind.COMPANY)) {
                return line.possessive(i) ? i : Arguments.NONE;
            }
            if (line.path(from, i) > 1.2) {
                return Arguments.NONE;
            }
        }
        return Arguments.NONE;
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
}
