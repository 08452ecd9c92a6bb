package dealscope.story;

import org.jspecify.annotations.Nullable;

/**
 * Where an article stands among the articles of one text.
 *
 * @param origin id of the article that the text comes from; its own when it is no copy
 * @param credit the outlet that the article names as origin, or null
 */
public record StoryPlace(String origin, @Nullable String credit) {}
