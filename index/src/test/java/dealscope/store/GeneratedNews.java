package dealscope.store;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.deal.Analysis;
import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Many articles that tell of few deals, for benchmarks: about five articles a deal, some of which leave the amount or one
 * side out or mention an older deal; a quarter of all parties are of twenty companies. In the order of
 * publication, over three years; the same seed gives the same news.
 */
final class GeneratedNews {
    private static final int COMPANIES = 4_000;
    private static final int BUSY = 20;
    private static final int WORDS = 4_000;
    private static final Instant START = Instant.parse("2023-05-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(3 * 365);

    /** An article and what was found in it. */
    record Told(Article article, Analysis analysis) {}

    private record Made(DealType type, int payer, int payee, BigDecimal usd, Instant at) {}

    private final Random random;
    private final List<Made> deals = new ArrayList<>();

    GeneratedNews(long seed, int deals) {
        this.random = new Random(seed);
        for (int i = 0; i < deals; i++) {
            int payer = company();
            this.deals.add(new Made(
                    DealType.values()[random.nextInt(DealType.values().length)],
                    payer,
                    otherThan(payer),
                    BigDecimal.valueOf(50 + random.nextInt(2_000)).movePointRight(7),
                    START.plus(Duration.ofMinutes(random.nextLong(SPAN.toMinutes())))));
        }
    }

    private int company() {
        return random.nextInt(4) == 0 ? random.nextInt(BUSY) : random.nextInt(COMPANIES);
    }

    private int otherThan(int company) {
        int other = company();
        return other == company ? (company + 1) % COMPANIES : other;
    }

    List<Told> articles(int count) {
        List<Told> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Made deal = deals.get(i % deals.size());
            articles.add(article("n" + i, deal));
        }
        articles.sort(Comparator.comparing(
                told -> told.article().published(), Comparator.nullsLast(Comparator.naturalOrder())));
        return articles;
    }

    private Told article(String id, Made deal) {
        Instant published = deal.at().plus(Duration.ofHours(random.nextInt(96)));
        List<Report> reports = new ArrayList<>();
        reports.add(report(0, id, deal, published, true));
        if (random.nextInt(3) == 0) {
            reports.add(report(1, id, deals.get(random.nextInt(deals.size())), published, false));
        }
        Article article = new Article(
                id,
                "wire.example/" + id,
                "https://wire.example/" + id,
                null,
                words(8),
                words(150),
                null,
                published,
                null,
                published,
                "en",
                "Wire",
                "wire",
                Completeness.FULL,
                null,
                false);
        return new Told(article, new Analysis(List.of(), List.of(), List.of(), List.of(), reports, List.of(), false));
    }

    private Report report(int ordinal, String article, Made deal, Instant published, boolean main) {
        boolean lone = random.nextInt(10) == 0;
        boolean valued = random.nextInt(4) > 0;
        Money value = new Money(
                "$" + deal.usd().toPlainString(),
                "USD",
                deal.usd(),
                deal.usd(),
                null,
                Qualifier.EXACT,
                deal.usd(),
                false);
        List<Claim> claims = new ArrayList<>();
        if (valued) {
            claims.add(claim(Field.VALUE, value.text(), value, article, published));
        }
        claims.add(claim(Field.STATUS, "announced", null, article, published));
        return new Report(
                ordinal,
                deal.type(),
                lone ? List.of() : List.of(name(deal.payer())),
                List.of(name(deal.payee())),
                main,
                Status.ANNOUNCED,
                valued ? value : null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                claims,
                "generated");
    }

    private Claim claim(
            Field field,
            String text,
            @org.jspecify.annotations.Nullable Money money,
            String article,
            Instant published) {
        return new Claim(field, text, money, Cited.NOBODY, null, article, words(20), 0, 5, false, published, published);
    }

    private static Company name(int company) {
        return new Company("company-" + company, "Company " + company);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append('w').append(Integer.toString(random.nextInt(WORDS), 36));
        }
        return text.append('.').toString();
    }
}
