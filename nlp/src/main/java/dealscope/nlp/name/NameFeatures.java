package dealscope.nlp.name;

import java.util.List;
import java.util.Locale;
import opennlp.tools.util.ext.ExtensionLoader;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import opennlp.tools.util.featuregen.GeneratorFactory.AbstractXmlFeatureGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the name finder looks at for each token: the words around it, their shapes and endings, what stands before and
 * after its run of capitalised words, whether the sentence is in headline case, and which fact files hold it.
 *
 * <p>Like every feature generator of OpenNLP it is for one thread at a time.
 */
public final class NameFeatures implements AdaptiveFeatureGenerator {
    private static final String EDGE = "<>";
    /** More capitalised words than this and the sentence is a headline: capitals say little then. */
    private static final double HEADLINE = 0.62;

    private final Gazetteer gazetteer;

    private String @Nullable [] known;
    private String[] lower = {};
    private String[] shapes = {};
    private String[] lists = {};
    private boolean headline;

    /** OpenNLP makes only classes of packages that were registered; before a model is made or read. */
    static void allow() {
        ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
    }

    NameFeatures(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public void createFeatures(List<String> features, String[] tokens, int i, String[] outcomes) {
        if (tokens != known) {
            look(tokens);
        }
        String before = outcomes != null && i > 0 ? outcomes[i - 1] : EDGE;
        String before2 = outcomes != null && i > 1 ? outcomes[i - 2] : EDGE;
        String shape = shapes[i];
        features.add("po=" + before);
        features.add("po2=" + before2 + ',' + before);
        features.add("pow=" + before + ',' + lower[i]);
        features.add("posh=" + before + ',' + shape);
        for (int d = -2; d <= 2; d++) {
            features.add("w" + d + '=' + at(lower, i + d));
            features.add("s" + d + '=' + at(shapes, i + d));
            features.add("g" + d + '=' + at(lists, i + d));
        }
        features.add("ww-=" + at(lower, i - 1) + ',' + lower[i]);
        features.add("ww+=" + lower[i] + ',' + at(lower, i + 1));
        features.add("sss=" + at(shapes, i - 1) + ',' + shape + ',' + at(shapes, i + 1));
        features.add("wg=" + lists[i] + ',' + before);
        features.add("hs=" + headline + ',' + shape + ',' + (i == 0));
        affixes(features, lower[i], shape);
        run(features, i);
    }

    private static void affixes(List<String> features, String word, String shape) {
        int length = word.length();
        if (length > 2) {
            features.add("e2=" + word.substring(length - 2) + shape);
            features.add("e3=" + word.substring(length - 3));
            features.add("b3=" + word.substring(0, 3));
        }
        if (length > 4) {
            features.add("e4=" + word.substring(length - 4));
        }
    }

    /** The run of capitalised words that the token is in, with the words at both of its sides. */
    private void run(List<String> features, int i) {
        if (!isCapital(i)) {
            return;
        }
        int from = i;
        while (from > 0 && isCapital(from - 1) && i - from < 8) {
            from--;
        }
        int to = i + 1;
        while (to < shapes.length && isCapital(to) && to - i < 8) {
            to++;
        }
        features.add("rb=" + at(lower, from - 1));
        features.add("rbb=" + at(lower, from - 2) + ',' + at(lower, from - 1));
        features.add("ra=" + at(lower, to));
        features.add("raa=" + at(lower, to) + ',' + at(lower, to + 1));
        features.add("rab=" + at(lower, from - 1) + ',' + at(lower, to));
        features.add("rl=" + lower[to - 1]);
        features.add("rn=" + Math.min(5, to - from) + ',' + (i - from) + ',' + headline);
        features.add("rg=" + lists[from] + ',' + lists[to - 1]);
    }

    private boolean isCapital(int i) {
        char first = shapes[i].charAt(0);
        return first == 'X' || lower[i].equals("&") || shapes[i].equals("xX");
    }

    private static String at(String[] values, int i) {
        return i < 0 || i >= values.length ? EDGE : values[i];
    }

    private void look(String[] tokens) {
        lower = new String[tokens.length];
        shapes = new String[tokens.length];
        int words = 0;
        int capitals = 0;
        for (int i = 0; i < tokens.length; i++) {
            lower[i] = tokens[i].toLowerCase(Locale.ROOT);
            shapes[i] = shape(tokens[i]);
            if (tokens[i].length() > 3 && Character.isLetter(tokens[i].charAt(0))) {
                words++;
                capitals += shapes[i].charAt(0) == 'X' ? 1 : 0;
            }
        }
        headline = words > 3 && capitals > HEADLINE * words;
        lists = gazetteer.lists(tokens);
        known = tokens;
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
