package dealscope.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a {@link SearchQuery} into a Lucene query. What counts how much is the business of {@link Ranking}. */
final class LuceneQueries {
    private static final int ADJACENT_SLOP = 2;
    private static final int MOST_ENDINGS = 64;
    /** A query of more words is searched for as it stands: each synonym multiplies. */
    private static final int MOST_WITH_SYNONYMS = 20;

    private final Analyzer analyzer;
    private final Synonyms synonyms;
    private final Ranking ranking;
    private final Map<String, Float> textFields;

    LuceneQueries(Analyzer analyzer) {
        this(analyzer, new Ranking());
    }

    LuceneQueries(Analyzer analyzer, Ranking ranking) {
        this(analyzer, ranking, new Synonyms(analyzer));
    }

    private LuceneQueries(Analyzer analyzer, Ranking ranking, Synonyms synonyms) {
        this.analyzer = analyzer;
        this.synonyms = synonyms;
        this.ranking = ranking;
        this.textFields = Map.of(
                Documents.TITLE,
                ranking.weight("title"),
                QueryField.COMPANY.label(),
                ranking.weight("company"),
                QueryField.HARDWARE.label(),
                ranking.weight("hardware"),
                Documents.LEAD,
                ranking.weight("lead"),
                Documents.BODY,
                ranking.weight("body"));
    }

    Query of(SearchQuery query) {
        AtomicInteger words = new AtomicInteger();
        query.any(part -> {
            words.addAndGet(part instanceof SearchQuery.Word || part instanceof SearchQuery.Phrase ? 1 : 0);
            return false;
        });
        LuceneQueries queries = words.get() > MOST_WITH_SYNONYMS
                ? new LuceneQueries(analyzer, ranking, new Synonyms(analyzer, List.of()))
                : this;
        return queries.tree(query);
    }

    private Query tree(SearchQuery query) {
        return switch (query) {
            case SearchQuery.All all -> MatchAllDocsQuery.INSTANCE;
            case SearchQuery.And and -> all(and.parts());
            case SearchQuery.Or or -> any(or.parts().stream().map(this::tree).toList());
            case SearchQuery.Not not -> all(List.of(not));
            case SearchQuery.Near near -> near(near);
            case SearchQuery.Word word -> word.prefix() ? prefix(word.text()) : all(List.of(word));
            case SearchQuery.Phrase phrase ->
                isSaid(phrase.text()) ? phrase(phrase.text()) : MatchAllDocsQuery.INSTANCE;
            case SearchQuery.Is is -> is(is.field(), is.value());
            case SearchQuery.Between between -> between(between);
        };
    }

    private Query all(List<SearchQuery> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        boolean positive = false;
        List<String> run = new ArrayList<>();
        for (SearchQuery part : parts) {
            if (part instanceof SearchQuery.Word word && !word.prefix()) {
                run.add(word.text());
                continue;
            }
            positive |= words(run, builder);
            if (part instanceof SearchQuery.Not not) {
                if (isSaid(not.part())) {
                    builder.add(tree(not.part()), Occur.MUST_NOT);
                }
            } else {
                builder.add(tree(part), part instanceof SearchQuery.Between ? Occur.FILTER : Occur.MUST);
                positive = true;
            }
        }
        positive |= words(run, builder);
        if (!positive) {
            builder.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return builder.build();
    }

    /** Adds each of these neighbouring words, or the things they name together; says whether there was any. */
    private boolean words(List<String> run, BooleanQuery.Builder builder) {
        List<String> said = run.stream().filter(this::isSaid).toList();
        run.clear();
        for (Synonyms.Thing thing : synonyms.things(said)) {
            builder.add(thing(thing), Occur.MUST);
        }
        if (said.size() > 1) {
            Terms together = Terms.of(analyzer, String.join(" ", said));
            builder.add(
                    new BoostQuery(inText(field -> together.in(field, ADJACENT_SLOP)), ranking.weight("adjacent")),
                    Occur.SHOULD);
        }
        return !said.isEmpty();
    }

    /** Whether the analyzer leaves anything of it: "the" is no condition. */
    private boolean isSaid(String words) {
        return !Terms.of(analyzer, words).isEmpty();
    }

    private boolean isSaid(SearchQuery query) {
        return switch (query) {
            case SearchQuery.Word word -> word.prefix() || isSaid(word.text());
            case SearchQuery.Phrase phrase -> isSaid(phrase.text());
            default -> true;
        };
    }

    private Query thing(Synonyms.Thing thing) {
        List<Query> ways = new ArrayList<>();
        BooleanQuery.Builder typed = new BooleanQuery.Builder();
        thing.words().forEach(word -> typed.add(inText(Terms.of(analyzer, word)::in), Occur.MUST));
        Query own = typed.build();
        if (thing.others().isEmpty()) {
            return own;
        }
        ways.add(own);
        for (String other : thing.others()) {
            ways.add(new BoostQuery(inText(Terms.of(analyzer, other)::in), ranking.weight("synonym")));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private Query phrase(String text) {
        List<String> ways = synonyms.ways(text);
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            Query way = inText(Terms.of(analyzer, ways.get(i))::in);
            queries.add(i == 0 ? way : new BoostQuery(way, ranking.weight("synonym")));
        }
        return queries.size() == 1 ? queries.get(0) : new DisjunctionMaxQuery(queries, 0);
    }

    private interface InField {
        Query in(String field);
    }

    /** The best of the fields, and a little for each further one. */
    private Query inText(InField query) {
        List<Query> queries = new ArrayList<>();
        textFields.forEach((field, weight) -> queries.add(new BoostQuery(query.in(field), weight)));
        return new DisjunctionMaxQuery(queries, ranking.weight("other-fields"));
    }

    private Query near(SearchQuery.Near near) {
        List<Query> queries = new ArrayList<>();
        for (String field : List.of(Documents.TITLE, Documents.BODY)) {
            IntervalsSource[] parts = near.parts().stream().map(this::source).toArray(IntervalsSource[]::new);
            IntervalsSource source = Intervals.maxgaps(near.distance() - 1, Intervals.unordered(parts));
            queries.add(new BoostQuery(
                    new IntervalQuery(field, source),
                    field.equals(Documents.TITLE) ? ranking.weight("title") : ranking.weight("body")));
        }
        return new DisjunctionMaxQuery(queries, ranking.weight("other-fields"));
    }

    private IntervalsSource source(SearchQuery part) {
        return switch (part) {
            case SearchQuery.Word word ->
                word.prefix()
                        ? Intervals.prefix(
                                new BytesRef(analyzer.normalize(Documents.BODY, word.text()).bytes), MOST_ENDINGS)
                        : source(word.text());
            case SearchQuery.Phrase phrase -> source(phrase.text());
            case SearchQuery.Or or ->
                Intervals.or(or.parts().stream().map(this::source).toArray(IntervalsSource[]::new));
            default -> throw new IllegalArgumentException("not near anything: " + part);
        };
    }

    private IntervalsSource source(String words) {
        List<IntervalsSource> ways = synonyms.ways(words).stream()
                .map(way -> Terms.of(analyzer, way))
                .filter(terms -> !terms.isEmpty())
                .map(terms -> Intervals.phrase(terms.texts().toArray(String[]::new)))
                .toList();
        return ways.isEmpty()
                ? Intervals.noIntervals("no words")
                : ways.size() == 1 ? ways.get(0) : Intervals.or(ways.toArray(IntervalsSource[]::new));
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, Occur.SHOULD));
        return builder.build();
    }

    private Query prefix(String start) {
        BytesRef begin = analyzer.normalize(Documents.BODY, start);
        return any(Stream.concat(Stream.of(SearchAnalyzer.PLAIN), textFields.keySet().stream())
                .sorted()
                .map(field -> (Query) new PrefixQuery(new Term(field, begin)))
                .toList());
    }

    private Query is(QueryField field, String value) {
        return switch (field.shape()) {
            case TEXT ->
                new DisjunctionMaxQuery(
                        synonyms.ways(value).stream()
                                .map(way -> Terms.of(analyzer, way).in(field.label()))
                                .toList(),
                        0);
            case NAME -> field == QueryField.MENTIONS ? mentions(value) : name(field, value);
            default -> new ConstantScoreQuery(new TermQuery(new Term(field.label(), value)));
        };
    }

    private Query name(QueryField field, String value) {
        String id = Documents.clip(value.toLowerCase(Locale.ROOT));
        Query exact = new ConstantScoreQuery(new TermQuery(new Term(Documents.exact(field), id)));
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(exact, ranking.weight("exact-name")),
                        new ConstantScoreQuery(
                                Terms.of(analyzer, value.replace('-', ' ')).in(field.label()))),
                0);
    }

    /** Articles know whom they name; of a deal the sentences that tell of it are searched for any of the names. */
    private Query mentions(String value) {
        List<Query> said = Stream.concat(Stream.of(value.replace('-', ' ')), KnownCompanies.names(value).stream())
                .map(name -> Terms.of(analyzer, name).in(Documents.BODY))
                .toList();
        Query inDeal = new BooleanQuery.Builder()
                .add(any(said), Occur.MUST)
                .add(new TermQuery(new Term(Documents.KIND, Documents.DEAL)), Occur.FILTER)
                .build();
        return any(List.of(name(QueryField.COMPANY, value), new ConstantScoreQuery(inDeal)));
    }

    private static Query between(SearchQuery.Between between) {
        String field = between.field().label();
        double min = between.min() == null ? Double.NEGATIVE_INFINITY : between.min();
        double max = between.max() == null ? Double.POSITIVE_INFINITY : between.max();
        return between.field().shape() == QueryField.Shape.TIME
                ? LongField.newRangeQuery(field, (long) Math.ceil(min), (long) Math.floor(max))
                : DoubleField.newRangeQuery(field, min, max);
    }
}
