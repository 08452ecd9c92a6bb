package dealscope.train;

import dealscope.deal.DealType;
import dealscope.nlp.Analyzer;
import dealscope.nlp.ArticleReader;
import dealscope.nlp.DealTrainer;
import dealscope.nlp.claim.DraftTrainer;
import dealscope.nlp.claim.PairTrainer;
import dealscope.nlp.text.ReadText;
import dealscope.quality.Gold;
import dealscope.quality.GoldArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes lessons of articles with their truth. */
final class ArticleLessons {
    private static final char FIRST = 'a';

    private final ArticleReader reader = ArticleReader.load();

    List<DraftTrainer.Lesson> of(Path folder) {
        return Gold.of(folder).articles().stream().map(this::lesson).toList();
    }

    private DraftTrainer.Lesson lesson(GoldArticle article) {
        ReadText read = reader.read(
                new Analyzer.Input(article.id(), article.title(), article.text(), null, null, null));
        List<PairTrainer.Mark> marks = new CopyOnWriteArrayList<>();
        for (int i = 0; i < article.companies().size(); i++) {
            for (String name : names(article.companies().get(i))) {
                mark(marks, (char) (FIRST + i), name, article.title(), true);
                mark(marks, (char) (FIRST + i), name, article.text(), false);
            }
        }
        marks.removeIf(m -> marks.stream().anyMatch(o -> o.inTitle() == m.inTitle() && o.start() <= m.start() && m.end() <= o.end() && o.end() - o.start() > m.end() - m.start()));
        List<PairTrainer.Told> told = new ArrayList<>();
        List<DraftTrainer.Told> deals = new ArrayList<>();
        for (GoldArticle.TrueDeal deal : article.deals()) {
            DealType type = DealType.of(deal.types().getFirst());
            String payer = letters(article, deal.payer());
            String payee = letters(article, deal.payee());
            told.add(new PairTrainer.Told(payer, payee, type, !deal.optional()));
            deals.add(new DraftTrainer.Told(type, places(article, payer, marks), places(article, payee, marks), !deal.optional(), deal.main()));
        }
        return new DraftTrainer.Lesson(
                read, deals, new PairTrainer.Lesson(DealTrainer.named(read, marks), marks, told));
    }

    private static Set<String> names(GoldArticle.Firm firm) {
        Set<String> names = new LinkedHashSet<>();
        names.add(firm.name());
        names.addAll(firm.aliases());
        return names;
    }

    private static String letters(GoldArticle article, List<String> side) {
        StringBuilder letters = new StringBuilder();
        for (String name : side) {
            for (int i = 0; i < article.companies().size(); i++) {
                if (names(article.companies().get(i)).contains(name)) {
                    letters.append((char) (FIRST + i));
                }
            }
        }
        return letters.toString();
    }

    private static Set<String> places(GoldArticle article, String letters, List<PairTrainer.Mark> marks) {
        Set<String> places = new HashSet<>();
        for (PairTrainer.Mark mark : marks) {
            if (letters.indexOf(mark.label()) >= 0) {
                places.add("=" + mark.start() + (mark.inTitle() ? "t" : ""));
            }
        }
        for (int i = 0; i < article.companies().size(); i++) {
            if (letters.indexOf((char) (FIRST + i)) >= 0) {
                names(article.companies().get(i)).forEach(n -> places.add(DraftTrainer.name(n)));
            }
        }
        return places;
    }

    private static void mark(List<PairTrainer.Mark> marks, char letter, String name, String source, boolean inTitle) {
        for (int at = source.indexOf(name); at >= 0 && !name.isEmpty(); at = source.indexOf(name, at + 1)) {
            int end = at + name.length();
            int start = at;
            boolean word = (at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1)))
                    && (end == source.length() || !Character.isLetterOrDigit(source.charAt(end)));
            boolean inside = marks.stream()
                    .anyMatch(m -> m.inTitle() == inTitle && m.start() <= start && end <= m.end());
            if (word && !inside) {
                marks.add(new PairTrainer.Mark(letter, at, end, inTitle));
            }
        }
    }
}
