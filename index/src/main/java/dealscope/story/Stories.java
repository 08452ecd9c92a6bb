package dealscope.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Groups a batch of texts that is held in memory; the store does the same step by step. */
public final class Stories {
    private Stories() {}

    /** The place of each text, by id. */
    public static Map<String, StoryPlace> of(Collection<StoryText> texts) {
        Map<String, Set<String>> pairs = new HashMap<>();
        Map<Long, List<StoryText>> byKey = new HashMap<>();
        for (StoryText text : texts) {
            Set<StoryText> candidates = new HashSet<>();
            for (Long key : StoryKeys.of(text)) {
                List<StoryText> sharing = byKey.computeIfAbsent(key, any -> new ArrayList<>());
                candidates.addAll(sharing);
                sharing.add(text);
            }
            for (StoryText other : candidates) {
                if (!other.id().equals(text.id()) && SameText.of(text, other)) {
                    pairs.computeIfAbsent(text.id(), any -> new HashSet<>()).add(other.id());
                    pairs.computeIfAbsent(other.id(), any -> new HashSet<>()).add(text.id());
                }
            }
        }
        Map<String, String> origins =
                StoryGroups.origins(texts.stream().map(StoryGroups.Member::of).toList(), pairs);
        Map<String, StoryPlace> places = new LinkedHashMap<>();
        texts.forEach(text ->
                places.put(text.id(), new StoryPlace(Objects.requireNonNull(origins.get(text.id())), text.credit())));
        return places;
    }
}
