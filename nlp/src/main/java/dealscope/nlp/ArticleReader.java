package dealscope.nlp;

import dealscope.fact.Companies;
import dealscope.fact.Currencies;
import dealscope.fact.HardwareCatalog;
import dealscope.nlp.mention.CompanyFinder;
import dealscope.nlp.mention.HardwareFinder;
import dealscope.nlp.mention.MoneyFinder;
import dealscope.nlp.mention.PowerFinder;
import dealscope.nlp.text.Found;
import dealscope.nlp.text.Lexeme;
import dealscope.nlp.text.Lexer;
import dealscope.nlp.text.ReadText;
import dealscope.nlp.text.Sentence;
import dealscope.nlp.text.TextReader;
import java.time.Instant;
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
    private final HardwareFinder hardware = new HardwareFinder(HardwareCatalog.load());
    private final CompanyFinder companies = new CompanyFinder(Companies.load());

    private ArticleReader() {}

    public static ArticleReader load() {
        return new ArticleReader();
    }

    public ReadText read(Analyzer.Input input) {
        String title = input.title() == null ? "" : head(input.title(), LONGEST_TITLE);
        String body = head(input.text(), LONGEST_TEXT);
        YearMonth month = month(input.published());
        List<Sentence> sentences = new ArrayList<>();
        for (Sentence sentence : text.read(title, true)) {
            sentences.add(sentence.withFound(find(title, sentence, month)));
        }
        for (Sentence sentence : text.read(body, false)) {
            sentences.add(sentence.withFound(find(body, sentence, month)));
        }
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

    private static @Nullable YearMonth month(@Nullable Instant published) {
        return published == null ? null : YearMonth.from(published.atZone(ZoneOffset.UTC));
    }

    private List<Found> find(String source, Sentence sentence, @Nullable YearMonth month) {
        List<Lexeme> lexemes = Lexer.lex(source, sentence.start(), sentence.end());
        boolean inTitle = sentence.inTitle();
        List<Found> found = new ArrayList<>(money.find(source, inTitle, lexemes, month));
        addFree(found, power.find(source, inTitle, lexemes));
        addFree(found, hardware.find(source, inTitle, lexemes));
        addFree(found, companies.find(source, inTitle, lexemes));
        found.sort(Comparator.comparingInt(Found::start));
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
