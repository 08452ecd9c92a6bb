package dealscope.web;

import dealscope.article.Article;
import dealscope.article.Completeness;
import dealscope.deal.Analysis;
import dealscope.deal.Cited;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Mention;
import dealscope.deal.MentionKind;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Report;
import dealscope.deal.Status;
import dealscope.deal.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An article with what is to be found in it, for filling a store by hand. */
final class Story {
    final String id;
    private final String publisher;
    private final Instant published;
    private final String title;
    private final String text;
    private final List<Telling> tellings = new ArrayList<>();
    private Completeness completeness = Completeness.FULL;
    private String reason;

    Story(String id, String publisher, String published, String title, String text) {
        this.id = id;
        this.publisher = publisher;
        this.published = Instant.parse(published);
        this.title = title;
        this.text = text.strip().replaceAll("\n+", "\n");
    }

    Story only(Completeness how, String why) {
        completeness = how;
        reason = why;
        return this;
    }

    Telling tells(DealType type, Status status, String payer, String payee) {
        Telling telling = new Telling(type, status, payer, payee);
        tellings.add(telling);
        return telling;
    }

    String feedId() {
        return slug(publisher);
    }

    Article article() {
        String url = "https://" + feedId() + ".sample.test/" + id;
        return new Article(
                id,
                url,
                url,
                null,
                title,
                text,
                "A. Writer",
                published,
                null,
                published.plusSeconds(600),
                "en",
                publisher,
                feedId(),
                completeness,
                reason,
                true);
    }

    Analysis analysis() {
        List<Report> reports = new ArrayList<>();
        Map<String, Company> companies = new LinkedHashMap<>();
        List<Mention> mentions = new ArrayList<>();
        for (Telling telling : tellings) {
            reports.add(telling.report(reports.size()));
            telling.parties().forEach(company -> companies.put(company.id(), company));
            mentions.addAll(telling.mentions);
        }
        for (Company company : companies.values()) {
            addMentions(mentions, MentionKind.COMPANY, company.name(), company.id());
        }
        return new Analysis(List.copyOf(companies.values()), List.of(), List.of(), List.of(), reports, mentions, false);
    }

    private void addMentions(List<Mention> mentions, MentionKind kind, String words, String entity) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
            mentions.add(new Mention(kind, words, at, at + words.length(), entity, false));
        }
        int at = title.indexOf(words);
        if (at >= 0) {
            mentions.add(new Mention(kind, words, at, at + words.length(), entity, true));
        }
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    static List<Company> companies(String names) {
        List<Company> companies = new ArrayList<>();
        for (String name : names.split("\\+")) {
            if (!name.isBlank()) {
                companies.add(new Company(slug(name), name.strip()));
            }
        }
        return companies;
    }

    /** One deal as this article tells it. */
    final class Telling {
        private final DealType type;
        private final Status status;
        private final String payer;
        private final String payee;
        private final List<Claim> claims = new ArrayList<>();
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Hardware> hardware = new ArrayList<>();
        private boolean main = true;
        private Money value;
        private Double power;
        private Term term;
        private String site;

        private Telling(DealType type, Status status, String payer, String payee) {
            this.type = type;
            this.status = status;
            this.payer = payer;
            this.payee = payee;
        }

        Telling inPassing() {
            main = false;
            return this;
        }

        Telling says(Cited cited, String name, String words) {
            claim(Field.STATUS, status.label(), null, cited, name, words);
            return this;
        }

        Telling value(Qualifier qualifier, double min, double max, String per, Cited cited, String name, String words) {
            value = new Money(
                    words,
                    "USD",
                    BigDecimal.valueOf(min),
                    BigDecimal.valueOf(max),
                    per,
                    qualifier,
                    BigDecimal.valueOf(max),
                    false);
            claim(Field.VALUE, BigDecimal.valueOf(max).toPlainString() + " USD", value, cited, name, words);
            mention(MentionKind.MONEY, words, "USD " + BigDecimal.valueOf(max).toPlainString());
            return this;
        }

        Telling about(double amount, Cited cited, String name, String words) {
            return value(Qualifier.ABOUT, amount, amount, null, cited, name, words);
        }

        Telling exactly(double amount, Cited cited, String words) {
            return value(Qualifier.EXACT, amount, amount, null, cited, null, words);
        }

        Telling undisclosed(String words) {
            claim(Field.VALUE, "undisclosed", null, Cited.NOBODY, null, words);
            return this;
        }

        Telling power(double megawatts, String words) {
            power = megawatts;
            claim(Field.POWER_MW, Double.toString(megawatts), null, Cited.COMPANY, null, words);
            mention(MentionKind.POWER, words, megawatts + " MW");
            return this;
        }

        Telling hardware(String name, Long count, String words) {
            hardware.add(new Hardware(name, "NVIDIA", count));
            claim(Field.HARDWARE, count == null ? name : name + " x " + count, null, Cited.NOBODY, null, words);
            mention(MentionKind.HARDWARE, words, name);
            return this;
        }

        Telling years(double years, String words) {
            term = new Term(null, null, years);
            claim(Field.TERM, words, null, Cited.NOBODY, null, words);
            return this;
        }

        Telling site(String words) {
            site = words;
            claim(Field.SITE, words, null, Cited.NOBODY, null, words);
            return this;
        }

        private void mention(MentionKind kind, String words, String entity) {
            int at = place(words);
            mentions.add(new Mention(kind, words, at, at + words.length(), entity, false));
        }

        private void claim(Field field, String claimed, Money money, Cited cited, String name, String words) {
            int at = place(words);
            int start = Math.max(text.lastIndexOf(". ", at) + 2, text.lastIndexOf('\n', at) + 1);
            start = start == 1 ? 0 : start;
            int dot = text.indexOf(". ", at);
            int line = text.indexOf('\n', at);
            int end = Math.min(dot < 0 ? text.length() : dot + 1, line < 0 ? text.length() : line);
            claims.add(new Claim(
                    field,
                    claimed,
                    money,
                    cited,
                    name,
                    id,
                    text.substring(start, end),
                    at,
                    at + words.length(),
                    false,
                    published,
                    published.plusSeconds(600)));
        }

        private int place(String words) {
            int at = text.indexOf(words);
            if (at < 0) {
                throw new IllegalArgumentException("\"" + words + "\" is not in " + id);
            }
            return at;
        }

        private List<Company> parties() {
            List<Company> parties = new ArrayList<>(companies(payer));
            parties.addAll(companies(payee));
            return parties;
        }

        private Report report(int ordinal) {
            return new Report(
                    ordinal,
                    type,
                    companies(payer),
                    companies(payee),
                    main,
                    status,
                    value,
                    power,
                    hardware,
                    term,
                    site,
                    null,
                    null,
                    claims,
                    "told by the test");
        }
    }
}
