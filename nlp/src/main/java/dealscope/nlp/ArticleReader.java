package dealscope.nlp;

import dealscope.fact.Companies;
import dealscope.fact.Currencies;
import dealscope.fact.HardwareCatalog;
import dealscope.nlp.mention.HardwareFinder;
import dealscope.nlp.mention.MoneyFinder;
import dealscope.nlp.mention.PercentFinder;
import dealscope.nlp.mention.PowerFinder;
import dealscope.nlp.mention.TimeFinder;
import dealscope.nlp.name.NameFinder;
import dealscope.nlp.name.NameReader;
import dealscope.nlp.text.Detail;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Lexer;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import dealscope.nlp.text.TextReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a title and a text to sentences with mentions: {@code ArticleReader.load()} once, then any thread. */
public final class ArticleReader {
    /** What is beyond this many characters is not read. */
    static final int LONGEST_TEXT = 200_000;

    static final int LONGEST_TITLE = 2_000;

    private final TextReader text = TextReader.load();
    private final MoneyFinder money = new MoneyFinder(Currencies.load());
    private final PowerFinder power = new PowerFinder();
    private final PercentFinder percent = new PercentFinder();
    private final TimeFinder time = new TimeFinder();
    private final HardwareFinder hardware = new HardwareFinder(HardwareCatalog.load());
    private final NameReader names = new NameReader(Companies.load(), NameFinder.load());

    private ArticleReader() {}

    public static ArticleReader load() {
        return new ArticleReader();
    }

    public ReadText read(Analyzer.Input input) {
        String title = input.title() == null ? "" : head(input.title(), LONGEST_TITLE);
        String body = head(input.text(), LONGEST_TEXT);
        LocalDate published = day(input.published());
        List<Sentence> cut = new ArrayList<>(text.read(title, true));
        cut.addAll(text.read(body, false));
        List<Sentence> sentences = withMentions(cut, title, body, input);
        return new ReadText(
                input.articleId(),
                title,
                body,
                input.published(),
                input.publisher(),
                input.seen(),
                sentences,
                body.length() < input.text().length());
    }

    private static String head(String whole, int length) {
        if (whole.length() <= length) {
            return whole;
        }
        return whole.substring(0, Character.isLowSurrogate(whole.charAt(length)) ? length - 1 : length);
    }

    private static @Nullable LocalDate day(@Nullable Instant published) {
        return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    }

    private List<Sentence> withMentions(List<Sentence> cut, String title, String body, Analyzer.Input input) {
        LocalDate published = day(input.published());
        List<String> sources = new ArrayList<>();
        List<List<Found>> numbers = new ArrayList<>();
        List<List<int[]>> taken = new ArrayList<>();
        List<List<Lexeme>> lexemes = new ArrayList<>();
        for (Sentence sentence : cut) {
            lexemes.add(Lexer.lex(sentence.inTitle() ? title : body, sentence.start(), sentence.end()));
        }
        HardwareFinder.Seen seen = hardware.begin(lexemes);
        for (int i = 0; i < cut.size(); i++) {
            Sentence sentence = cut.get(i);
            String source = sentence.inTitle() ? title : body;
            List<Found> found = numbers(source, sentence, lexemes.get(i), published, seen);
            sources.add(source);
            numbers.add(found);
            taken.add(found.stream().map(ArticleReader::span).toList());
        }
        List<List<Found>> named = names.read(cut, sources, taken, input.publisher());
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            List<Found> all = numbers.get(i);
            all.addAll(named.get(i));
            all.sort(Comparator.comparingInt(Found::start));
            sentences.add(cut.get(i).withFound(all));
        }
        return sentences;
    }

    /** Start and end; a third number marks hardware. */
    private static int[] span(Found found) {
        boolean hardware = found.detail() instanceof Detail.Gear;
        return hardware ? new int[] {found.start(), found.end(), 1} : new int[] {found.start(), found.end()};
    }

    private List<Found> numbers(
            String source,
            Sentence sentence,
            List<Lexeme> lexemes,
            @Nullable LocalDate published,
            HardwareFinder.Seen seen) {
        boolean inTitle = sentence.inTitle();
        YearMonth month = published == null ? null : YearMonth.from(published);
        List<Found> found = new ArrayList<>(money.find(source, inTitle, lexemes, month));
        addFree(found, power.find(source, inTitle, lexemes));
        addFree(found, hardware.find(source, inTitle, lexemes, seen));
        addFree(found, percent.find(source, inTitle, lexemes));
        addFree(found, time.find(source, inTitle, lexemes, published));
        return found;
    }

    /** Adds those that do not overlap what is there already. */
    private static void addFree(List<Found> found, List<Found> more) {
        for (Found one : more) {
            if (found.stream().noneMatch(other -> one.start() < other.end() && other.start() < one.end())) {
                found.add(one);
            }
        }
    }
}
