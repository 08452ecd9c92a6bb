package dealscope.index;

import dealscope.article.Article;
import dealscope.deal.Analysis;
import dealscope.deal.Claim;
import dealscope.deal.Company;
import dealscope.deal.Deal;
import dealscope.deal.Field;
import dealscope.deal.Hardware;
import dealscope.deal.Money;
import dealscope.deal.Report;
import dealscope.deal.SourceArticle;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns deals and articles into Lucene documents. Field names are those of {@link QueryField} and the constants here. */
final class Documents {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String LEAD = "lead";
    static final String SALIENCE = "salience";
    static final String DEAL = "deal";
    static final String ARTICLE = "article";

    /** Between a facet's value and its label. */
    static final char LABEL = '\u001f';

    /** A facet label longer than a Lucene term would fail the whole document. */
    private static final int LONGEST_LABEL = 500;

    private static final int LONGEST_LEAD = 600;
    private static final int MOST_HEADLINES = 40;

    private static final FacetsConfig FACETS = facets();
    private final Function<String, List<String>> aliases;
    private final Ranking ranking;

    /** @param aliases further names of a company by its id */
    Documents(Function<String, List<String>> aliases, Ranking ranking) {
        this.aliases = aliases;
        this.ranking = ranking;
    }

    private static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (String name : Facets.NAMES) {
            config.setMultiValued(name, true);
            config.setIndexFieldName(name, Facets.FIELD);
        }
        return config;
    }

    static FacetsConfig config() {
        return FACETS;
    }

    Document of(Change.OfDeal change) throws IOException {
        Deal deal = change.deal();
        Document doc = base(deal.id(), DEAL, deal.sample(), deal.id());
        Set<Company> parties = new LinkedHashSet<>(deal.payer());
        parties.addAll(deal.payee());
        companies(doc, QueryField.COMPANY, parties);
        companies(doc, QueryField.ABOUT, parties);
        companies(doc, QueryField.PAYER, deal.payer());
        companies(doc, QueryField.PAYEE, deal.payee());
        word(doc, QueryField.TYPE, deal.type().label());
        word(doc, QueryField.STATUS, deal.status().label());
        for (Field field : deal.conflicts()) {
            word(doc, QueryField.CONFLICT, field.label());
        }
        known(doc, deal);
        hardware(doc, deal.hardware());
        if (deal.site() != null && !deal.site().isBlank()) {
            name(doc, QueryField.SITE, deal.site(), deal.site(), List.of());
        }
        for (String publisher : deal.sources().stream()
                .map(SourceArticle::publisher)
                .collect(Collectors.toCollection(LinkedHashSet::new))) {
            name(doc, QueryField.SOURCE, publisher, publisher, List.of());
        }
        doc.add(new StringField(QueryField.BACKGROUND.label(), deal.background() ? "yes" : "no", Store.NO));
        value(doc, deal.value());
        if (deal.powerMw() != null) {
            doc.add(new DoubleField(QueryField.POWER.label(), deal.powerMw(), Store.NO));
        }
        Instant reported = deal.reported() != null ? deal.reported() : deal.firstSeen();
        published(doc, reported);
        LocalDate announced = deal.announced();
        if (announced != null) {
            time(
                    doc,
                    QueryField.ANNOUNCED,
                    announced.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        time(doc, QueryField.CHANGED, deal.lastChanged());
        SortKeys.add(doc, deal);
        doc.add(new DoubleField(QueryField.CONFIDENCE.label(), deal.confidence().score(), Store.NO));
        doc.add(new DoubleField(QueryField.INDEPENDENT.label(), deal.independent(), Store.NO));
        salience(doc, deal.background() ? ranking.weight("background") : 1);
        text(doc, dealTitle(deal), headlines(deal), dealBody(deal));
        return FACETS.build(doc);
    }

    Document of(Change.OfArticle change) throws IOException {
        Article article = change.article();
        Analysis analysis = change.analysis();
        Document doc = base(article.id(), ARTICLE, article.sample(), change.story());
        companies(doc, QueryField.COMPANY, analysis.companies());
        Set<Company> about = new LinkedHashSet<>();
        analysis.reports().stream().filter(Report::main).forEach(report -> {
            about.addAll(report.payer());
            about.addAll(report.payee());
        });
        companies(doc, QueryField.ABOUT, about);
        hardware(doc, analysis.hardware());
        name(doc, QueryField.SOURCE, article.publisher(), article.publisher(), List.of());
        published(doc, article.published() != null ? article.published() : article.fetched());
        for (String type : analysis.reports().stream()
                .map(report -> report.type().label())
                .collect(Collectors.toCollection(LinkedHashSet::new))) {
            word(doc, QueryField.TYPE, type);
        }
        salience(doc, salience(change, !about.isEmpty()));
        text(doc, article.title(), List.of(), article.text());
        doc.add(new TextField(LEAD, lead(article.text()), Store.NO));
        return FACETS.build(doc);
    }

    private float salience(Change.OfArticle change, boolean main) {
        float salience = main
                ? 1
                : ranking.weight(change.analysis().reports().isEmpty() ? "no-deal-article" : "passing-article");
        return change.isCopy() ? salience * ranking.weight("copy") : salience;
    }

    /** The first paragraph, or as much of it as a reader sees at once. */
    private static String lead(String text) {
        int end = text.indexOf('\n');
        return text.substring(0, Math.min(end < 0 ? text.length() : end, LONGEST_LEAD));
    }

    /** An article as far as it is known before it is read for deals; for matching, not for the index. */
    static Document unread(Article article) {
        Document doc = new Document();
        doc.add(new TextField(QueryField.SOURCE.label(), article.publisher(), Store.NO));
        String publisher = clip(article.publisher().toLowerCase(Locale.ROOT));
        doc.add(new StringField(exact(QueryField.SOURCE), publisher, Store.NO));
        time(doc, QueryField.PUBLISHED, article.published() != null ? article.published() : article.fetched());
        text(doc, article.title(), List.of(), article.text());
        return doc;
    }

    private static void text(Document doc, String title, List<String> headlines, String body) {
        doc.add(new TextField(TITLE, title, Store.NO));
        doc.add(new TextField(SearchAnalyzer.PLAIN, title, Store.NO));
        headlines.forEach(headline -> doc.add(new TextField(TITLE, headline, Store.NO)));
        doc.add(new TextField(BODY, body, Store.YES));
        doc.add(new TextField(SearchAnalyzer.PLAIN, body, Store.NO));
    }

    private static void salience(Document doc, float salience) {
        doc.add(new DoubleField(SALIENCE, salience, Store.NO));
    }

    private static void known(Document doc, Deal deal) {
        Map<String, Boolean> facts = Map.of(
                "value", deal.value() != null,
                "power", deal.powerMw() != null,
                "hardware", !deal.hardware().isEmpty(),
                "site", deal.site() != null,
                "term", deal.term() != null,
                "stake", deal.equityStakePct() != null,
                "conflict", !deal.conflicts().isEmpty(),
                "copies", deal.copies() > 0,
                "programme", deal.partOf() != null);
        facts.forEach((fact, known) -> {
            if (known) {
                doc.add(new StringField(QueryField.HAS.label(), fact, Store.NO));
            }
        });
    }

    private static Document base(String id, String kind, boolean sample, String story) {
        Document doc = new Document();
        doc.add(new StringField(ID, id, Store.YES));
        doc.add(new SortedDocValuesField(ID, new BytesRef(id)));
        doc.add(new StringField(KIND, kind, Store.NO));
        doc.add(new StringField(QueryField.STORY.label(), story.toLowerCase(Locale.ROOT), Store.YES));
        doc.add(new StringField(QueryField.SAMPLE.label(), sample ? "yes" : "no", Store.NO));
        return doc;
    }

    private void companies(Document doc, QueryField field, Collection<Company> companies) {
        for (Company company : companies) {
            name(doc, field, company.id(), company.name(), aliases.apply(company.id()));
        }
    }

    private static void hardware(Document doc, List<Hardware> hardware) {
        for (Hardware item : hardware) {
            name(doc, QueryField.HARDWARE, item.name(), item.name(), KnownHardware.others(item));
        }
    }

    /** A name is found by its id, by itself and by its aliases; it is counted by id and shown by name. */
    private static void name(Document doc, QueryField field, String id, String name, List<String> others) {
        doc.add(new TextField(field.label(), name, Store.NO));
        others.forEach(other -> doc.add(new TextField(field.label(), other, Store.NO)));
        doc.add(new StringField(exact(field), clip(id.toLowerCase(Locale.ROOT)), Store.NO));
        facet(doc, field.label(), id, name);
    }

    private static void word(Document doc, QueryField field, String word) {
        doc.add(new StringField(field.label(), word, Store.NO));
        facet(doc, field.label(), word, word);
    }

    private static void facet(Document doc, String dimension, String value, String label) {
        if (!value.isBlank() && Facets.NAMES.contains(dimension)) {
            doc.add(new SortedSetDocValuesFacetField(dimension, clip(value) + LABEL + clip(label)));
        }
    }

    static String exact(QueryField field) {
        return field.label() + ".exact";
    }

    static String clip(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL);
    }

    private static void value(Document doc, @Nullable Money value) {
        if (value != null && value.usd() != null) {
            double usd = value.usd().doubleValue();
            doc.add(new DoubleField(QueryField.VALUE.label(), usd, Store.NO));
            Facets.Band band = Facets.Band.of(usd);
            facet(doc, QueryField.VALUE.label(), band.query(), band.label());
        }
    }

    private static void published(Document doc, @Nullable Instant at) {
        if (at != null) {
            time(doc, QueryField.PUBLISHED, at);
            String year = Integer.toString(at.atZone(ZoneOffset.UTC).getYear());
            facet(doc, Facets.YEAR, year, year);
        }
    }

    private static void time(Document doc, QueryField field, @Nullable Instant at) {
        if (at != null) {
            doc.add(new LongField(field.label(), at.toEpochMilli(), Store.NO));
        }
    }

    private String dealTitle(Deal deal) {
        return names(deal.payer()) + " → " + names(deal.payee()) + " · "
                + deal.type().label();
    }

    private String names(List<Company> companies) {
        return companies.stream().map(Company::name).collect(Collectors.joining(", "));
    }

    /** Of the articles that are about it: those that tell it in passing have headlines about something else. */
    private static List<String> headlines(Deal deal) {
        return deal.sources().stream()
                .filter(SourceArticle::main)
                .map(SourceArticle::title)
                .distinct()
                .limit(MOST_HEADLINES)
                .toList();
    }

    /** Headlines and evidence: what people remember of a deal when they look for it. */
    private String dealBody(Deal deal) {
        Set<String> lines = new LinkedHashSet<>();
        deal.sources().forEach(source -> lines.add(source.title()));
        deal.claims().stream().map(Claim::sentence).forEach(lines::add);
        deal.hardware().forEach(item -> lines.add(item.name()));
        if (deal.site() != null) {
            lines.add(deal.site());
        }
        return String.join("\n", lines);
    }
}
