package dealscope.web.page;

import dealscope.deal.Analysis;
import dealscope.deal.Claim;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Report;
import dealscope.web.view.Links;
import dealscope.web.view.QueryTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An article's text cut into pieces: mentions marked, and the place of each claim given an anchor ({@code at-120}) inside
 * the sentence that makes it, so that a link from the deal lights up the sentence. Spans may overlap or run past the end
 * of the text: whatever the analysis says, every character of the text comes out once and in order.
 */
public final class MarkedText {
    private final Analysis analysis;
    private final Set<String> companies;
    private final Set<Integer> anchored = new HashSet<>();

    /** @param companies ids that have a page of their own */
    MarkedText(Analysis analysis, Set<String> companies) {
        this.analysis = analysis;
        this.companies = companies;
    }

    public record Paragraph(List<Run> runs) {}

    /** @param evidence whether this is a sentence that a claim rests on */
    public record Run(boolean evidence, List<Piece> pieces) {}

    /**
     * @param anchor id of the element, null when nothing points here
     * @param kind of mention, null for plain text
     * @param title for hovering: what the mention stands for
     */
    public record Piece(
            String text,
            @Nullable String anchor,
            @Nullable String kind,
            @Nullable String href,
            @Nullable String title) {}

    private record Span(int start, int end) {}

    Paragraph title(String title) {
        return new Paragraph(List.of(new Run(false, pieces(title, 0, title.length(), true, List.of()))));
    }

    List<Paragraph> text(String text) {
        List<Claim> claims = claims();
        List<Span> sentences = sentences(text, claims);
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                paragraphs.add(new Paragraph(runs(text, start, end, sentences, claims)));
            }
            start = end + 1;
        }
        return paragraphs;
    }

    private List<Claim> claims() {
        return analysis.reports().stream()
                .map(Report::claims)
                .flatMap(List::stream)
                .filter(claim -> !claim.inTitle())
                .toList();
    }

    /** Sentences of claims, in order, none overlapping another. */
    private static List<Span> sentences(String text, List<Claim> claims) {
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        for (Claim claim : claims) {
            int at = text.lastIndexOf(claim.sentence(), claim.start());
            if (at >= 0 && !claim.sentence().isEmpty() && at + claim.sentence().length() > claim.start()) {
                spans.merge(at, at + claim.sentence().length(), Math::max);
            }
        }
        List<Span> sentences = new ArrayList<>();
        int covered = 0;
        for (var span : spans.entrySet()) {
            int start = Math.max(span.getKey(), covered);
            if (start < span.getValue()) {
                sentences.add(new Span(start, span.getValue()));
                covered = span.getValue();
            }
        }
        return sentences;
    }

    private List<Run> runs(String text, int start, int end, List<Span> sentences, List<Claim> claims) {
        List<Run> runs = new ArrayList<>();
        int at = start;
        for (Span sentence : sentences) {
            int from = Math.max(sentence.start(), at);
            int to = Math.min(sentence.end(), end);
            if (from >= to) {
                continue;
            }
            if (from > at) {
                runs.add(new Run(false, pieces(text, at, from, false, claims)));
            }
            runs.add(new Run(true, pieces(text, from, to, false, claims)));
            at = to;
        }
        if (at < end) {
            runs.add(new Run(false, pieces(text, at, end, false, claims)));
        }
        return runs;
    }

    private List<Piece> pieces(String text, int start, int end, boolean inTitle, List<Claim> claims) {
        List<Mention> mentions = mentions(start, end, inTitle);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        mentions.forEach(mention -> cuts.addAll(List.of(mention.start(), mention.end())));
        claims.stream()
                .filter(claim -> claim.start() >= start && claim.start() < end)
                .forEach(claim -> cuts.add(claim.start()));
        Set<Integer> starts = new HashSet<>(claims.stream().map(Claim::start).toList());
        List<Piece> pieces = new ArrayList<>();
        Integer at = cuts.first();
        for (Integer next = cuts.higher(at); next != null; next = cuts.higher(next)) {
            String anchor = !inTitle && starts.contains(at) && anchored.add(at) ? "at-" + at : null;
            pieces.add(piece(text.substring(at, next), anchor, covering(mentions, at)));
            at = next;
        }
        return pieces;
    }

    /** Mentions inside the range, the longer of two that overlap. */
    private List<Mention> mentions(int start, int end, boolean inTitle) {
        List<Mention> inside = analysis.mentions().stream()
                .filter(mention -> mention.inTitle() == inTitle && mention.kind() != MentionKind.PUBLISHER)
                .filter(mention -> mention.start() >= start && mention.end() <= end && mention.start() < mention.end())
                .sorted(Comparator.comparingInt(Mention::start).thenComparingInt(mention -> -mention.end()))
                .toList();
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : inside) {
            if (kept.isEmpty() || kept.get(kept.size() - 1).end() <= mention.start()) {
                kept.add(mention);
            }
        }
        return kept;
    }

    private static @Nullable Mention covering(List<Mention> mentions, int at) {
        for (Mention mention : mentions) {
            if (mention.start() <= at && at < mention.end()) {
                return mention;
            }
        }
        return null;
    }

    private Piece piece(String text, @Nullable String anchor, @Nullable Mention mention) {
        if (mention == null) {
            return new Piece(text, anchor, null, null, null);
        }
        String entity = mention.entity();
        String href = null;
        if (entity != null && mention.kind() == MentionKind.COMPANY && companies.contains(entity)) {
            href = Links.company(entity);
        } else if (entity != null && mention.kind() == MentionKind.HARDWARE) {
            href = Links.deals(QueryTerms.filter("hardware", entity));
        }
        String kind = mention.kind().label();
        return new Piece(text, anchor, kind, href, entity == null ? kind : kind + ": " + entity);
    }
}
