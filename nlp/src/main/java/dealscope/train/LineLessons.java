package dealscope.train;

import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.nlp.Analyzer;
import dealscope.nlp.ArticleReader;
import dealscope.nlp.claim.PairTrainer;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes lessons of marked lines.
 *
 * <p>A line is a text: {@code [a Acme] rents from [b Nimbus]. => a>b compute; b>a investment}, with {@code a-b} for a
 * deal without a payer, {@code a>} when the other side is not named, {@code none} for no deal, and {@code T } before a
 * title.
 */
final class LineLessons {
    private static final Pattern MARK = Pattern.compile("\\[([a-z]) ([^\\[\\]]{1,120})]");
    private static final Pattern DEAL = Pattern.compile("([a-z]{0,12})([>-])([a-z]{0,12}) ([a-z]{4,12})");

    private final ArticleReader reader = ArticleReader.load();

    /** The lessons of all files of a folder; {@link IllegalArgumentException} names the place of a bad line. */
    List<PairTrainer.Lesson> lessons(Path folder) throws IOException {
        List<PairTrainer.Lesson> lessons = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                        lessons.add(lesson(lines.get(i).strip(), file.getFileName() + ":" + (i + 1)));
                    }
                }
            }
        }
        return lessons;
    }

    PairTrainer.Lesson lesson(String line, String where) {
        int arrow = line.lastIndexOf("=>");
        if (arrow < 0) {
            throw new IllegalArgumentException(where + ": no => in " + line);
        }
        boolean inTitle = line.startsWith("T ");
        String marked = line.substring(inTitle ? 2 : 0, arrow).strip();
        StringBuilder plain = new StringBuilder();
        List<PairTrainer.Mark> marks = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int at = 0;
        while (mark.find()) {
            plain.append(marked, at, mark.start());
            int start = plain.length();
            plain.append(mark.group(2));
            marks.add(new PairTrainer.Mark(mark.group(1).charAt(0), start, plain.length(), inTitle));
            at = mark.end();
        }
        plain.append(marked, at, marked.length());
        String text = plain.toString();
        ReadText read =
                reader.read(new Analyzer.Input(where, inTitle ? text : null, inTitle ? "" : text, null, null, null));
        return new PairTrainer.Lesson(named(read, marks), marks, deals(line.substring(arrow + 2), where));
    }

    private static List<PairTrainer.Told> deals(String written, String where) {
        List<PairTrainer.Told> deals = new ArrayList<>();
        for (String one : written.strip().split(";")) {
            Matcher deal = DEAL.matcher(one.strip());
            if (deal.matches()) {
                deals.add(new PairTrainer.Told(deal.group(1), deal.group(3), DealType.of(deal.group(4)), true));
            } else if (!one.strip().equals("none")) {
                throw new IllegalArgumentException(where + ": no deal: " + one);
            }
        }
        return deals;
    }

    /** The marked parties are companies, whatever the name finder made of them. */
    static ReadText named(ReadText read, List<PairTrainer.Mark> marks) {
        List<Sentence> sentences = new ArrayList<>();
        for (Sentence sentence : read.sentences()) {
            List<Found> found = new ArrayList<>(sentence.found());
            for (PairTrainer.Mark mark : marks) {
                if (mark.inTitle() != sentence.inTitle()
                        || mark.start() < sentence.start()
                        || mark.end() > sentence.end()) {
                    continue;
                }
                boolean known = found.stream()
                        .anyMatch(f ->
                                f.start() < mark.end() && mark.start() < f.end() && f.detail() instanceof Detail.Org);
                if (!known) {
                    found.removeIf(f -> f.start() < mark.end() && mark.start() < f.end());
                    found.add(company(read.source(sentence).substring(mark.start(), mark.end()), mark));
                }
            }
            found.sort(Comparator.comparingInt(Found::start));
            sentences.add(sentence.withFound(found));
        }
        return new ReadText(
                read.articleId(),
                read.title(),
                read.text(),
                read.published(),
                read.publisher(),
                read.seen(),
                sentences,
                read.truncated());
    }

    private static Found company(String name, PairTrainer.Mark mark) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]++", "-");
        Mention mention = new Mention(MentionKind.COMPANY, name, mark.start(), mark.end(), id, mark.inTitle());
        return new Found(mention, new Detail.Org(new Company(id, name), id, null, true));
    }
}
