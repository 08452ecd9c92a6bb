package dealscope.store;

import static dealscope.store.Column.clean;
import static dealscope.store.Column.instant;

import dealscope.article.Article;
import dealscope.story.SameText;
import dealscope.story.StoryGroups;
import dealscope.story.StoryGroups.Member;
import dealscope.story.StoryKeys;
import dealscope.story.StoryPlace;
import dealscope.story.StoryText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Which stored articles are one text, kept up to date article by article. An article is compared only with those that
 * share a key with it, the nearest in time first, and with a bounded number of them; so placing one costs the same
 * however many there are. As long as those bounds are not met, the order of arrival makes no difference.
 */
final class StoryTable {
    /** Copies come within days, see {@link SameText}. */
    private static final Duration REACH = Duration.ofDays(14);
    /** Articles taken for one key on either side in time: more share it only when it is a template's. */
    private static final int NEAREST = 24;

    private static final int MOST_COMPARED = 24;
    private static final int LARGEST_GROUP = 400;

    private final Handle handle;

    StoryTable(Handle handle) {
        this.handle = handle;
    }

    /** Places the article by its present text; returns the ids of all articles whose place changed. */
    Set<String> place(Article article) {
        StoryText text = StoryText.of(article);
        Set<String> affected = new TreeSet<>(neighbours(article.id()));
        handle.createUpdate("delete from story_key where article_id = :id")
                .bind("id", article.id())
                .execute();
        handle.createUpdate("delete from story_pair where article_id = :id or other_id = :id")
                .bind("id", article.id())
                .execute();
        describe(text);
        List<Long> keys = StoryKeys.of(text);
        long at = (article.published() == null ? article.fetched() : article.published()).toEpochMilli();
        List<String> same = candidates(keys, at, article.id()).stream()
                .filter(other -> SameText.of(text, other))
                .map(StoryText::id)
                .toList();
        addKeys(keys, at, article.id());
        addPairs(article.id(), same);
        affected.add(article.id());
        return regroup(affected);
    }

    private void describe(StoryText text) {
        handle.createUpdate("update article set credit = :credit, story_length = :length where id = :id")
                .bind("id", text.id())
                .bind("credit", clean(text.credit()))
                .bind("length", text.length())
                .execute();
    }

    private List<StoryText> candidates(List<Long> keys, long at, String id) {
        Map<String, Integer> shared = new TreeMap<>();
        for (Long key : keys) {
            Set<String> near = new HashSet<>(near(key, "at >= :at and at <= :end order by at", at, REACH.toMillis()));
            near.addAll(near(key, "at < :at and at >= :end order by at desc", at, -REACH.toMillis()));
            near.remove(id);
            near.forEach(other -> shared.merge(other, 1, Integer::sum));
        }
        List<String> most = shared.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_COMPARED)
                .map(Map.Entry::getKey)
                .toList();
        return new ArticleTable(handle)
                .textsOf(most).stream().map(StoryText::of).toList();
    }

    private List<String> near(long key, String order, long at, long reach) {
        return handle.createQuery("select article_id from story_key where story_key = :key and " + order
                        + ", article_id limit :limit")
                .bind("key", key)
                .bind("at", at)
                .bind("end", at + reach)
                .bind("limit", NEAREST)
                .mapTo(String.class)
                .list();
    }

    private void addKeys(List<Long> keys, long at, String id) {
        if (keys.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into story_key (story_key, at, article_id) values (:key, :at, :id)");
        keys.forEach(key -> batch.bind("key", key).bind("at", at).bind("id", id).add());
        batch.execute();
    }

    private void addPairs(String id, List<String> same) {
        if (same.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into story_pair (article_id, other_id) values (:id, :other)");
        for (String other : same) {
            batch.bind("id", id).bind("other", other).add();
            batch.bind("id", other).bind("other", id).add();
        }
        batch.execute();
    }

    /** Ids with which this article is one text. */
    Set<String> neighbours(String id) {
        return new TreeSet<>(handle.createQuery("select other_id from story_pair where article_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list());
    }

    /** Groups anew whatever hangs together with these articles; returns the ids of those whose place changed. */
    Set<String> regroup(Collection<String> ids) {
        Set<String> changed = new TreeSet<>();
        Set<String> done = new HashSet<>();
        for (String id : ids) {
            if (!done.contains(id)) {
                Map<String, Set<String>> pairs = connected(id);
                done.addAll(pairs.keySet());
                changed.addAll(store(pairs));
            }
        }
        return changed;
    }

    private Map<String, Set<String>> connected(String start) {
        Map<String, Set<String>> pairs = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && pairs.size() < LARGEST_GROUP) {
            String id = open.removeFirst();
            if (!pairs.containsKey(id)) {
                Set<String> same = neighbours(id);
                pairs.put(id, same);
                open.addAll(same);
            }
        }
        return pairs;
    }

    private Set<String> store(Map<String, Set<String>> pairs) {
        Map<String, @Nullable String> before = new HashMap<>();
        List<Member> members = new ArrayList<>();
        handle.createQuery("""
                        select id, publisher, published, credit, story_length, story from article where id in (<ids>)""")
                .bindList("ids", List.copyOf(pairs.keySet()))
                .map((row, context) -> {
                    before.put(row.getString("id"), row.getString("story"));
                    return new Member(
                            row.getString("id"),
                            row.getString("publisher"),
                            instant(row, "published"),
                            row.getString("credit"),
                            row.getInt("story_length"));
                })
                .forEach(members::add);
        Set<String> changed = new TreeSet<>();
        StoryGroups.origins(members, pairs).forEach((id, origin) -> {
            if (!origin.equals(before.get(id))) {
                changed.add(id);
                handle.createUpdate("update article set story = :story where id = :id")
                        .bind("id", id)
                        .bind("story", origin)
                        .execute();
            }
        });
        return changed;
    }

    /** The places of these articles, by id; of an article that was not read yet its own. */
    Map<String, StoryPlace> places(List<String> ids) {
        Map<String, StoryPlace> places = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select id, story, credit from article where id in (<ids>)")
                    .bindList("ids", ids)
                    .map((row, context) -> {
                        String id = row.getString("id");
                        String story = row.getString("story");
                        return Map.entry(id, new StoryPlace(story == null ? id : story, row.getString("credit")));
                    })
                    .forEach(place -> places.put(place.getKey(), place.getValue()));
        }
        return places;
    }

    /** Ids of all articles of the text that comes from this one, the oldest first. */
    List<String> told(String origin) {
        return handle.createQuery("""
                        select id from article where story = :origin
                        order by published asc nulls last, id limit :limit""")
                .bind("origin", origin)
                .bind("limit", LARGEST_GROUP)
                .mapTo(String.class)
                .list();
    }
}
