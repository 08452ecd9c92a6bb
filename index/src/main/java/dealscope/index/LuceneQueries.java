package dealscope.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a {@link SearchQuery} into a Lucene query. A word counts most in a title, then in a party's name, then in the text. */
final class LuceneQueries {
    private static final float TITLE_BOOST = 3;
    private static final float COMPANY_BOOST = 2;
    private static final List<String> TEXT_FIELDS =
            List.of(Documents.TITLE, QueryField.COMPANY.label(), QueryField.HARDWARE.label(), Documents.BODY);

    private final Analyzer analyzer;

    LuceneQueries(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    Query of(SearchQuery query) {
        return switch (query) {
            case SearchQuery.All all -> MatchAllDocsQuery.INSTANCE;
            case SearchQuery.And and -> all(and.parts());
            case SearchQuery.Or or -> any(or.parts().stream().map(this::of).toList());
            case SearchQuery.Not not -> all(List.of(not));
            case SearchQuery.Word word -> word(word);
            case SearchQuery.Phrase phrase -> inText(phrase.text());
            case SearchQuery.Is is -> is(is.field(), is.value());
            case SearchQuery.Between between -> between(between);
        };
    }

    private Query all(List<SearchQuery> parts) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        boolean positive = false;
        for (SearchQuery part : parts) {
            if (part instanceof SearchQuery.Not not) {
                builder.add(of(not.part()), Occur.MUST_NOT);
            } else {
                builder.add(of(part), part instanceof SearchQuery.Between ? Occur.FILTER : Occur.MUST);
                positive = true;
            }
        }
        if (!positive) {
            builder.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return builder.build();
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, Occur.SHOULD));
        return builder.build();
    }

    private Query word(SearchQuery.Word word) {
        if (!word.prefix()) {
            return inText(word.text());
        }
        String start = word.text().toLowerCase(Locale.ROOT);
        return any(TEXT_FIELDS.stream()
                .map(field -> (Query) new PrefixQuery(new Term(field, start)))
                .toList());
    }

    private Query inText(String words) {
        List<Query> queries = new ArrayList<>();
        for (String field : TEXT_FIELDS) {
            Query query = phrase(field, words);
            float boost =
                    switch (field) {
                        case Documents.TITLE -> TITLE_BOOST;
                        case Documents.BODY -> 1;
                        default -> COMPANY_BOOST;
                    };
            queries.add(new BoostQuery(query, boost));
        }
        return any(queries);
    }

    private Query is(QueryField field, String value) {
        if (field.shape() != QueryField.Shape.NAME) {
            return new TermQuery(new Term(field.label(), value));
        }
        return any(List.of(
                new TermQuery(new Term(Documents.exact(field), Documents.clip(value.toLowerCase(Locale.ROOT)))),
                phrase(field.label(), value.replace('-', ' '))));
    }

    private static Query between(SearchQuery.Between between) {
        String field = between.field().label();
        double min = between.min() == null ? Double.NEGATIVE_INFINITY : between.min();
        double max = between.max() == null ? Double.POSITIVE_INFINITY : between.max();
        return between.field().shape() == QueryField.Shape.TIME
                ? LongField.newRangeQuery(field, (long) Math.ceil(min), (long) Math.floor(max))
                : DoubleField.newRangeQuery(field, min, max);
    }

    /** What the analyzer makes of the words, side by side; nothing when it makes nothing of them. */
    private Query phrase(String field, String words) {
        List<String> terms = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            var increment =
                    tokens.addAttribute(org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                terms.add(term.toString());
                positions.add(position);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return switch (terms.size()) {
            case 0 -> new MatchNoDocsQuery("no words");
            case 1 -> new TermQuery(new Term(field, terms.get(0)));
            default -> {
                PhraseQuery.Builder builder = new PhraseQuery.Builder();
                for (int i = 0; i < terms.size(); i++) {
                    builder.add(new Term(field, terms.get(i)), positions.get(i));
                }
                yield builder.build();
            }
        };
    }
}
