package dealscope.nlp.name;

import java.util.Map;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * A model's weights by feature, found by the feature's parts (see {@link FeatureSink}) without putting these together:
 * the hash of a text follows from those of its parts. Immutable.
 */
final class FeatureWeights {
    private static final int EMPTY = 0;

    /** Of the feature in the same place; looked at before it, as most features that are asked for are not there. */
    private final int[] hashes;

    private final String[] features;
    private final Context[] weights;
    /** 31 to the power of the index; as long as the longest feature. */
    private final int[] powers;

    private final int mask;

    FeatureWeights(Map<String, Context> model) {
        int size = Integer.highestOneBit(Math.max(8, model.size())) << 2;
        hashes = new int[size];
        features = new String[size];
        weights = new Context[size];
        mask = size - 1;
        int longest = 0;
        for (Map.Entry<String, Context> entry : model.entrySet()) {
            String feature = entry.getKey();
            int hash = filled(feature.hashCode());
            int at = slot(hash);
            while (hashes[at] != EMPTY) {
                at = (at + 1) & mask;
            }
            hashes[at] = hash;
            features[at] = feature;
            weights[at] = entry.getValue();
            longest = Math.max(longest, feature.length());
        }
        powers = new int[longest + 1];
        powers[0] = 1;
        for (int i = 1; i <= longest; i++) {
            powers[i] = 31 * powers[i - 1];
        }
    }

    /** Null for a feature that the model does not know. */
    @Nullable
    Context get(String name, String first, @Nullable String second, @Nullable String third) {
        int length = name.length() + first.length();
        length += second == null ? 0 : 1 + second.length();
        length += third == null ? 0 : 1 + third.length();
        if (length >= powers.length) {
            return null;
        }
        int hash = hash(name.hashCode(), first);
        hash = second == null ? hash : hash(31 * hash + ',', second);
        hash = third == null ? hash : hash(31 * hash + ',', third);
        int wanted = filled(hash);
        for (int at = slot(wanted); hashes[at] != EMPTY; at = (at + 1) & mask) {
            if (hashes[at] == wanted && isMadeOf(features[at], length, name, first, second, third)) {
                return weights[at];
            }
        }
        return null;
    }

    private static boolean isMadeOf(
            String feature, int length, String name, String first, @Nullable String second, @Nullable String third) {
        int comma = name.length() + first.length();
        return feature.length() == length
                && feature.startsWith(name)
                && feature.startsWith(first, name.length())
                && (second == null || feature.charAt(comma) == ',' && feature.startsWith(second, comma + 1))
                && (third == null || feature.charAt(length - third.length() - 1) == ',' && feature.endsWith(third));
    }

    private static int filled(int hash) {
        return hash == EMPTY ? 1 : hash;
    }

    private int hash(int before, String part) {
        return before * powers[part.length()] + part.hashCode();
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }
}
