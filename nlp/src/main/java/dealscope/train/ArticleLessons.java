package dealscope.train;

import dealscope.deal.DealType;
import dealscope.nlp.Analyzer;
import dealscope.nlp.ArticleReader;
import dealscope.nlp.claim.DraftTrainer;
import dealscope.nlp.claim.PairTrainer;
import dealscope.nlp.text.ReadText;
import dealscope.quality.Gold;
import dealscope.quality.GoldArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes lessons of articles with their truth. */
final class ArticleLessons {
    private static final char FIRST = 'a';

    private final ArticleReader reader = ArticleReader.load();

    /** All articles of a folder; {@link dealscope.quality.BadGold} when one is wrong. */
    List<DraftTrainer.Lesson> of(Path folder) {
        return Gold.of(folder).articles().stream().map(this::lesson).toList();
    }

    private DraftTrainer.Lesson lesson(GoldArticle article) {
        ReadText read =
                reader.read(new Analyzer.Input(article.id(), article.title(), article.text(), null, null, null));
        List<PairTrainer.Mark> marks = marks(article);
        List<PairTrainer.Told> told = new ArrayList<>();
        List<DraftTrainer.Told> deals = new ArrayList<>();
        for (GoldArticle.TrueDeal deal : article.deals()) {
            DealType type = DealType.of(deal.types().getFirst());
            String payer = letters(article, deal.payer());
            String payee = letters(article, deal.payee());
            told.add(new PairTrainer.Told(payer, payee, type, !deal.optional()));
            deals.add(new DraftTrainer.Told(
                    deal.types().stream().map(DealType::of).toList(),
                    of(payer, marks),
                    of(payee, marks),
                    deal.valuesUsd(),
                    !deal.optional(),
                    deal.main()));
        }
        return new DraftTrainer.Lesson(
                read, deals, new PairTrainer.Lesson(LineLessons.named(read, marks), marks, told));
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

    private static List<PairTrainer.Mark> of(String letters, List<PairTrainer.Mark> marks) {
        return marks.stream().filter(m -> letters.indexOf(m.label()) >= 0).toList();
    }

    /** Every place of every name, without those inside a longer name. */
    private static List<PairTrainer.Mark> marks(GoldArticle article) {
        List<PairTrainer.Mark> all = new ArrayList<>();
        for (int i = 0; i < article.companies().size(); i++) {
            for (String name : names(article.companies().get(i))) {
                mark(all, (char) (FIRST + i), name, article.title(), true);
                mark(all, (char) (FIRST + i), name, article.text(), false);
            }
        }
        return all.stream()
                .filter(m -> all.stream().noneMatch(o -> longer(o, m)))
                .toList();
    }

    private static boolean longer(PairTrainer.Mark outer, PairTrainer.Mark inner) {
        return outer.inTitle() == inner.inTitle()
                && outer.start() <= inner.start()
                && inner.end() <= outer.end()
                && outer.end() - outer.start() > inner.end() - inner.start();
    }

    private static void mark(List<PairTrainer.Mark> marks, char letter, String name, String source, boolean inTitle) {
        for (int at = source.indexOf(name); at >= 0 && !name.isEmpty(); at = source.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean word = (at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1)))
                    && (end == source.length() || !Character.isLetterOrDigit(source.charAt(end)));
            if (word) {
                marks.add(new PairTrainer.Mark(letter, at, end, inTitle));
            }
        }
    }
}
