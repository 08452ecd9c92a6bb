package dealscope.nlp.name;

import dealscope.nlp.text.WordCache;
import java.util.List;
import java.util.Locale;
import opennlp.tools.util.ext.ExtensionLoader;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import opennlp.tools.util.featuregen.GeneratorFactory.AbstractXmlFeatureGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the name finder looks at for each token: the words around it, their shapes and endings, what stands before and
 * after its run of capitalised words, whether the sentence is in headline case, and which fact files hold it.
 *
 * <p>Like every feature generator of OpenNLP it is for one thread at a time.
 */
public final class NameFeatures implements AdaptiveFeatureGenerator {
    static final String EDGE = "<>";
    /** More capitalised words than this and the sentence is a headline: capitals say little then. */
    private static final double HEADLINE = 0.62;

    private static final int NEAR = 2;
    private static final int LONGEST_RUN = 8;
    private static final String[] WORDS = {"w-2=", "w-1=", "w0=", "w1=", "w2="};
    private static final String[] SHAPES = {"s-2=", "s-1=", "s0=", "s1=", "s2="};
    private static final String[] LISTS = {"g-2=", "g-1=", "g0=", "g1=", "g2="};
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8"};

    private final Gazetteer gazetteer;

    private final WordCache<Word> cache = new WordCache<>(NameFeatures::word);

    private String @Nullable [] known;
    private Word[] words = {};
    private String[] lists = {};
    private boolean headline;

    /**
     * What a token says by itself.
     *
     * @param end2 the last two letters and the shape; the ends and the beginning are null for short words
     * @param kind OpenNLP's name for the token's shape
     */
    record Word(
            String lower,
            String shape,
            @Nullable String end2,
            @Nullable String end3,
            @Nullable String begin3,
            @Nullable String end4,
            String kind) {}

    /** Features as OpenNLP wants them. */
    private record Written(List<String> features) implements FeatureSink {
        @Override
        public void add(String name, String value) {
            features.add(name + value);
        }

        @Override
        public void add(String name, String first, String second) {
            features.add(name + first + ',' + second);
        }

        @Override
        public void add(String name, String first, String second, String third) {
            features.add(name + first + ',' + second + ',' + third);
        }
    }

    /** OpenNLP makes only classes of packages that were registered; before a model is made or read. */
    static void allow() {
        ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
    }

    NameFeatures(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public void createFeatures(List<String> features, String[] tokens, int i, String[] outcomes) {
        begin(tokens);
        String before = outcomes != null && i > 0 ? outcomes[i - 1] : EDGE;
        String before2 = outcomes != null && i > 1 ? outcomes[i - 2] : EDGE;
        describe(i, before, before2, new Written(features));
    }

    /** Looks at the tokens of a sentence, before the first of them is described. */
    void begin(String[] tokens) {
        if (tokens != known) {
            look(tokens);
        }
    }

    Word word(int i) {
        return words[i];
    }

    /**
     * All features of a token.
     *
     * @param before the outcome of the token before, {@value #EDGE} for none
     * @param before2 that of the token before that
     */
    void describe(int i, String before, String before2, FeatureSink features) {
        String lower = words[i].lower();
        String shape = words[i].shape();
        features.add("po=", before);
        features.add("po2=", before2, before);
        features.add("pow=", before, lower);
        features.add("posh=", before, shape);
        for (int d = -NEAR; d <= NEAR; d++) {
            features.add(WORDS[d + NEAR], lower(i + d));
            features.add(SHAPES[d + NEAR], shape(i + d));
            features.add(LISTS[d + NEAR], list(i + d));
        }
        features.add("ww-=", lower(i - 1), lower);
        features.add("ww+=", lower, lower(i + 1));
        features.add("sss=", shape(i - 1), shape, shape(i + 1));
        features.add("wg=", lists[i], before);
        features.add("hs=", String.valueOf(headline), shape, String.valueOf(i == 0));
        affixes(features, words[i]);
        run(features, i);
    }

    private static void affixes(FeatureSink features, Word word) {
        if (word.end2() != null && word.end3() != null && word.begin3() != null) {
            features.add("e2=", word.end2());
            features.add("e3=", word.end3());
            features.add("b3=", word.begin3());
        }
        if (word.end4() != null) {
            features.add("e4=", word.end4());
        }
    }

    /** The run of capitalised words that the token is in, with the words at both of its sides. */
    private void run(FeatureSink features, int i) {
        if (!isCapital(i)) {
            return;
        }
        int from = i;
        while (from > 0 && isCapital(from - 1) && i - from < LONGEST_RUN) {
            from--;
        }
        int to = i + 1;
        while (to < words.length && isCapital(to) && to - i < LONGEST_RUN) {
            to++;
        }
        features.add("rb=", lower(from - 1));
        features.add("rbb=", lower(from - 2), lower(from - 1));
        features.add("ra=", lower(to));
        features.add("raa=", lower(to), lower(to + 1));
        features.add("rab=", lower(from - 1), lower(to));
        features.add("rl=", lower(to - 1));
        features.add("rn=", DIGITS[Math.min(5, to - from)], DIGITS[i - from], String.valueOf(headline));
        features.add("rg=", lists[from], lists[to - 1]);
    }

    private boolean isCapital(int i) {
        Word word = words[i];
        return word.shape().charAt(0) == 'X'
                || word.lower().equals("&")
                || word.shape().equals("xX");
    }

    private boolean isInside(int i) {
        return i >= 0 && i < words.length;
    }

    private String lower(int i) {
        return isInside(i) ? words[i].lower() : EDGE;
    }

    private String shape(int i) {
        return isInside(i) ? words[i].shape() : EDGE;
    }

    private String list(int i) {
        return isInside(i) ? lists[i] : EDGE;
    }

    private void look(String[] tokens) {
        words = new Word[tokens.length];
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < tokens.length; i++) {
            words[i] = cache.get(tokens[i]);
            if (tokens[i].length() > 3 && Character.isLetter(tokens[i].charAt(0))) {
                letters++;
                capitals += words[i].shape().charAt(0) == 'X' ? 1 : 0;
            }
        }
        headline = letters > 3 && capitals > HEADLINE * letters;
        lists = gazetteer.lists(tokens);
        known = tokens;
    }

    private static Word word(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        String shape = shape(token);
        int length = lower.length();
        boolean affixes = length > 2;
        return new Word(
                lower,
                shape,
                affixes ? lower.substring(length - 2) + shape : null,
                affixes ? lower.substring(length - 3) : null,
                affixes ? lower.substring(0, 3) : null,
                length > 4 ? lower.substring(length - 4) : null,
                FeatureGeneratorUtil.tokenFeature(token));
    }

    /** Runs of letters and digits shortened: CoreWeave XxXx, GB200 X9, 2026 9. */
    static String shape(String token) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int repeat = 0;
        for (int i = 0; i < token.length() && shape.length() < 8; i++) {
            char c = token.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '9' : c;
            repeat = kind == last ? repeat + 1 : 1;
            if (repeat <= 1 || (kind == 'X' && repeat == 2)) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.isEmpty() ? EDGE : shape.toString();
    }

    /** Named in {@code name-features.xml}, which is part of the model. */
    public static final class Factory extends AbstractXmlFeatureGeneratorFactory {
        @Override
        public AdaptiveFeatureGenerator create() {
            return new NameFeatures(Gazetteer.shared());
        }
    }
}
