package dealscope.nlp.claim;

import dealscope.deal.MentionKind;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Sentence;
import dealscope.nlp.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lays out a sentence as a {@link Line}: mentions become one unit each, brackets are set aside, lists of companies joined. */
final class LineReader {
    private static final Set<String> HYPHENS = Set.of("-", "\u2010", "\u2011");
    private static final Set<String> FACILITY_HEADS = Words.of("facility-head");
    private static final Set<String> QUOTES = Set.of("\"", "\u201c", "\u201d", "``", "''");

    private LineReader() {}

    static Line read(Sentence sentence, int number, String source, NameGuess names) {
        List<Unit> flat = acting(units(sentence, source, names), sentence.inTitle());
        List<Unit> main = new ArrayList<>();
        List<Line.Aside> asides = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < flat.size(); i++) {
            Unit unit = flat.get(i);
            if (unit.text().equals("(") && i > 0) {
                depth++;
            } else if (unit.text().equals(")")) {
                depth = Math.max(0, depth - 1);
            } else if (depth > 0) {
                asides.add(new Line.Aside(unit, main.size()));
            } else if (!unit.text().equals("(")) {
                main.add(unit);
            }
        }
        return line(sentence, number, CompanyLists.join(main), asides);
    }

    static Line line(Sentence sentence, int number, List<Unit> units, List<Line.Aside> asides) {
        double[] walls = new double[units.size() + 1];
        for (int i = 0; i < units.size(); i++) {
            walls[i + 1] = walls[i] + Walls.before(units, i);
        }
        return new Line(sentence, number, List.copyOf(units), List.copyOf(asides), walls);
    }

    private static List<Unit> units(Sentence sentence, String source, NameGuess names) {
        List<Unit> units = new ArrayList<>();
        List<Found> found = sentence.found();
        int next = 0;
        int done = sentence.start();
        boolean quoted = false;
        boolean glued = false;
        for (int t = 0; t < sentence.tokens().size(); t++) {
            Token token = sentence.tokens().get(t);
            if (token.end() <= done) {
                continue;
            }
            while (next < found.size() && found.get(next).start() < done) {
                next++;
            }
            int start = Math.max(token.start(), done);
            if (next < found.size() && found.get(next).start() < token.end()) {
                Found mention = found.get(next);
                if (mention.start() > start) {
                    units.add(word(
                            source.substring(start, mention.start()),
                            token.pos(),
                            start,
                            mention.start(),
                            glued,
                            quoted));
                    glued = false;
                }
                units.add(mention(mention, source, glued, quoted, sentence.inTitle()));
                glued = false;
                done = mention.end();
                if (done < token.end()) {
                    String rest = source.substring(done, token.end());
                    boolean abbreviation =
                            rest.equals(".") && t + 1 < sentence.tokens().size();
                    if (!abbreviation) {
                        units.add(word(rest, rest.endsWith("s") ? "PART" : "PUNCT", done, token.end(), false, quoted));
                    }
                    done = token.end();
                }
                continue;
            }
            NameGuess.Hit guess = start == token.start() ? names.at(sentence, t) : null;
            if (guess != null
                    && (next >= found.size()
                            || found.get(next).start() >= guess.party().end())) {
                units.add(guessed(guess.party(), source, glued, quoted));
                glued = false;
                done = guess.party().end();
                int last = sentence.tokens().get(t + guess.tokens() - 1).end();
                if (done < last) {
                    units.add(word(source.substring(done, last), "PART", done, last, false, quoted));
                    done = last;
                }
                continue;
            }
            String text = source.substring(start, token.end());
            done = token.end();
            if (text.equals(".")
                    && t + 1 < sentence.tokens().size()
                    && !units.isEmpty()
                    && units.getLast().company()) {
                continue;
            }
            if (QUOTES.contains(text)) {
                quoted = text.equals("\u201c") || text.equals("``") || (text.equals("\"") && !quoted);
            } else if (HYPHENS.contains(text) && tied(source, start, token.end())) {
                glued = true;
            } else {
                int cut = possessive(text);
                units.add(word(text.substring(0, cut), token.pos(), start, start + cut, glued, quoted));
                if (cut < text.length()) {
                    units.add(word(text.substring(cut), "PART", start + cut, token.end(), false, quoted));
                }
                glued = false;
            }
        }
        return units;
    }

    /** Where the 's of a word begins that the tokenizer left on it; its length when there is none. */
    private static int possessive(String text) {
        int length = text.length();
        boolean owning = length > 2 && (text.endsWith("'s") || text.endsWith("\u2019s"));
        return owning ? length - 2 : length;
    }

    private static boolean tied(String source, int start, int end) {
        return start > 0
                && end < source.length()
                && !Character.isWhitespace(source.charAt(start - 1))
                && !Character.isWhitespace(source.charAt(end));
    }

    /** A name that only describes what follows, with nothing following that it could describe, is the company. */
    private static List<Unit> acting(List<Unit> units, boolean inTitle) {
        List<Unit> all = new ArrayList<>(units);
        for (int i = 0; i < all.size(); i++) {
            Unit unit = all.get(i);
            boolean alone = i + 1 == all.size() || all.get(i + 1).pos("PUNCT", "CCONJ", "VERB", "AUX", "ADP", "ADV");
            if (alone && !unit.company() && unit.found() != null && unit.found().detail() instanceof Detail.Org org) {
                Party party =
                        new Party(org.company(), org.root(), org.industry(), unit.start(), unit.end(), inTitle, true);
                all.set(i, unit.withParties(List.of(party), unit.start(), unit.end(), false));
            }
        }
        return all;
    }

    private static Unit word(String text, String pos, int start, int end, boolean glued, boolean quoted) {
        String word = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace('\u2018', '\'');
        return new Unit(text, word, pos, start, end, glued, quoted, null, List.of(), false);
    }

    private static Unit guessed(Party party, String source, boolean glued, boolean quoted) {
        return new Unit(
                source.substring(party.start(), party.end()),
                "<company>",
                "PROPN",
                party.start(),
                party.end(),
                glued,
                quoted,
                null,
                List.of(party),
                false);
    }

    /** "Bell Bend Energy Center": a plant that the name finder takes for a company. */
    private static boolean facility(Detail.Org org) {
        String name = org.company().name();
        String head = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return org.industry() == null && FACILITY_HEADS.contains(head);
    }

    private static Unit mention(Found found, String source, boolean glued, boolean quoted, boolean inTitle) {
        String text = source.substring(found.start(), found.end());
        if (found.detail() instanceof Detail.Org org && org.acts() && !facility(org)) {
            Party party =
                    new Party(org.company(), org.root(), org.industry(), found.start(), found.end(), inTitle, true);
            return new Unit(
                    text,
                    "<company>",
                    "PROPN",
                    found.start(),
                    found.end(),
                    glued,
                    quoted,
                    found,
                    List.of(party),
                    false);
        }
        MentionKind kind = found.mention().kind();
        if (kind == MentionKind.COMPANY || kind == MentionKind.PRODUCT) {
            return new Unit(
                    text,
                    text.toLowerCase(Locale.ROOT),
                    "PROPN",
                    found.start(),
                    found.end(),
                    glued,
                    quoted,
                    found,
                    List.of(),
                    false);
        }
        return new Unit(
                text,
                "<" + kind.label() + ">",
                "PROPN",
                found.start(),
                found.end(),
                glued,
                quoted,
                found,
                List.of(),
                false);
    }
}
