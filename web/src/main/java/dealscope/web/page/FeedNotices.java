package dealscope.web.page;

import dealscope.crawler.FeedState;
import dealscope.web.http.Params;
import dealscope.web.site.Actions.RefreshFeed;
import dealscope.web.site.Site;
import dealscope.web.view.Dates;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The line that says what came of a form, told by a parameter of the page that the form led to: {@code removed=ID}. */
public final class FeedNotices {
    private static final Set<String> NAMES = Set.of(
            "removed",
            "restored",
            "added",
            "known",
            "asked",
            "paused",
            "resumed",
            "saved",
            "stopped",
            "all",
            "imported");

    private final Site site;

    FeedNotices(Site site) {
        this.site = site;
    }

    /** @param undo id of a feed that was just removed */
    public record Notice(String words, @Nullable String undo) {}

    /** The parameters of notices, and these. */
    static Set<String> with(String... more) {
        Set<String> names = new TreeSet<>(NAMES);
        names.addAll(Set.of(more));
        return names;
    }

    @Nullable
    Notice of(Params params) {
        for (String name : new TreeSet<>(NAMES)) {
            if (!params.text(name).isEmpty()) {
                String id = params.text(name);
                return new Notice(words(name, id), name.equals("removed") ? id : null);
            }
        }
        return null;
    }

    private String words(String name, String id) {
        return switch (name) {
            case "removed" -> "The feed was removed. Its articles and deals stay.";
            case "restored" -> titleOf(id) + " is followed again.";
            case "added" -> "Added " + titleOf(id) + ". It is being read now.";
            case "known" -> titleOf(id) + " is followed already.";
            case "asked" -> asked(id);
            case "paused" -> titleOf(id) + " is paused.";
            case "resumed" -> titleOf(id) + " is followed again, and read now.";
            case "saved" -> "Saved.";
            case "imported" ->
                id.matches("[0-9]{1,7}") ? id + (id.equals("1") ? " feed" : " feeds") + " added." : "Imported.";
            case "stopped" -> "The refresh is being stopped. What was read is kept.";
            default -> "Every feed that may be asked now is being read.";
        };
    }

    private String asked(String id) {
        Instant now = site.clock().instant();
        return titleOf(id)
                + switch (site.actions().mayRefresh(id)) {
                    case RefreshFeed.NotBefore wait ->
                        " was not asked now: " + wait.reason() + ". It can be asked again "
                                + Dates.relative(wait.at(), now) + ", at " + Dates.time(wait.at()) + ".";
                    case RefreshFeed.Paused paused -> " is paused. Resume it to read it.";
                    default -> " is being read.";
                };
    }

    private String titleOf(String id) {
        return site.store().feed(id).map(FeedState::title).orElse("The feed");
    }
}
