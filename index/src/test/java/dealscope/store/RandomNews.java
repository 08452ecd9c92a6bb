package dealscope.store;

import dealscope.deal.Analysis;
import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.deal.Term;
import dealscope.ledger.Echo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Articles by chance, thick with the traps: few companies, few amounts, unnamed sides, unknown dates, many parties. */
final class RandomNews {
    static final Map<String, String> ROOTS = Map.of("xai", "spacex", "aws", "amazon");
    private static final List<String> COMPANIES =
            List.of("openai", "anthropic", "spacex", "xai", "amazon", "aws", "oracle", "nvidia", "meta", "coreweave");
    private static final double[] AMOUNTS = {1, 1.01, 2, 4, 5, 11.9, 12, 25, 40, 45};

    private final Random random;

    RandomNews(long seed) {
        this.random = new Random(seed);
    }

    @Nullable
    Instant published() {
        return random.nextInt(6) == 0
                ? null
                : Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 500)));
    }

    List<Report> reports(String articleId, @Nullable Instant published) {
        List<Report> reports = new ArrayList<>();
        int count = random.nextInt(4);
        for (int ordinal = 0; ordinal < count; ordinal++) {
            reports.add(report(articleId, ordinal, published));
        }
        return random.nextInt(3) == 0 ? withEcho(reports) : reports;
    }

    /** Only what is told in passing before all else, but with companies and an amount at its beginning. */
    private List<Report> withEcho(List<Report> all) {
        List<Report> reports = all.stream().takeWhile(report -> !report.main()).toList();
        List<Company> more = new ArrayList<>(companies(Integer.MAX_VALUE));
        more.addAll(companies(Integer.MAX_VALUE));
        Money money = money();
        List<Mention> mentions = new ArrayList<>();
        more.forEach(
                company -> mentions.add(new Mention(MentionKind.COMPANY, company.name(), 0, 1, company.id(), true)));
        mentions.add(new Mention(MentionKind.MONEY, money.text(), 0, 1, null, true));
        return Echo.with(
                new Analysis(more, List.of(money), List.of(), List.of(), reports, List.copyOf(mentions), false));
    }

    private Report report(String articleId, int ordinal, @Nullable Instant published) {
        DealType type = DealType.values()[random.nextInt(DealType.values().length)];
        Money value = random.nextInt(2) == 0 ? null : money();
        List<Claim> claims = new ArrayList<>();
        if (value != null) {
            claims.add(claim(articleId, value, published));
        }
        if (random.nextInt(5) == 0) {
            claims.add(claim(articleId, money(), published));
        }
        return new Report(
                ordinal,
                type,
                companies(4),
                type == DealType.PARTNERSHIP ? List.of() : companies(4),
                random.nextInt(3) > 0,
                Status.values()[random.nextInt(Status.values().length)],
                value,
                random.nextInt(4) == 0 ? 100.0 * random.nextInt(1, 10) : null,
                List.of(),
                random.nextInt(4) == 0 ? new Term(null, null, 3.0) : null,
                null,
                null,
                random.nextInt(8) == 0 && published != null
                        ? published
                                .atZone(java.time.ZoneOffset.UTC)
                                .toLocalDate()
                                .minusDays(random.nextInt(300))
                        : null,
                claims,
                "by chance");
    }

    private List<Company> companies(int oneInMissing) {
        Set<String> ids = new LinkedHashSet<>();
        int count = random.nextInt(oneInMissing) == 0 ? 0 : random.nextInt(6) == 0 ? 2 : 1;
        while (ids.size() < count) {
            ids.add(COMPANIES.get(random.nextInt(COMPANIES.size())));
        }
        return ids.stream().map(id -> new Company(id, id)).toList();
    }

    private Money money() {
        BigDecimal amount = BigDecimal.valueOf(AMOUNTS[random.nextInt(AMOUNTS.length)])
                .movePointRight(9)
                .stripTrailingZeros();
        Qualifier qualifier = random.nextInt(3) == 0
                ? List.of(Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST)
                        .get(random.nextInt(3))
                : Qualifier.EXACT;
        return new Money(
                "$" + amount.toPlainString(),
                "USD",
                amount,
                amount,
                random.nextInt(8) == 0 ? "year" : null,
                qualifier,
                amount,
                false);
    }

    private Claim claim(String articleId, Money money, @Nullable Instant published) {
        Cited cited = Cited.values()[random.nextInt(Cited.values().length)];
        String sentence = random.nextInt(6) == 0 ? "It expands the earlier contract." : "It says so.";
        return new Claim(
                Field.VALUE,
                money.text(),
                money,
                cited,
                null,
                articleId,
                sentence,
                0,
                5,
                false,
                published,
                StoreContract.NOW);
    }
}
