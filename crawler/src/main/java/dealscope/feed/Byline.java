package dealscope.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of authors; mail addresses beside a name are left out, a mail address alone stands for the name. */
final class Byline {
    private static final int LONGEST = 1_000;
    private static final int MOST = 20;
    private static final String MAIL = "[^\\s()<>@]{1,100}@[^\\s()<>@]{1,100}";
    private static final Pattern NAME_IN_BRACKETS = Pattern.compile("^(?:mailto:)?" + MAIL + " ?\\(([^()]{1,300})\\)$");
    private static final Pattern MAIL_IN_BRACKETS = Pattern.compile("^(.{1,300}?) ?[(<](?:mailto:)?" + MAIL + "[)>]$");

    private Byline() {}

    /** The name in a text such as {@code ann@example.org (Ann Lee)} or {@code Ann Lee <ann@example.org>}. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = TextConstruct.title(text.substring(0, Math.min(LONGEST, text.length())), "")
                .plain();
        if (line == null) {
            return null;
        }
        Matcher matcher = NAME_IN_BRACKETS.matcher(line);
        if (!matcher.matches()) {
            matcher = MAIL_IN_BRACKETS.matcher(line);
        }
        String name = matcher.matches() ? matcher.group(1).strip() : line;
        if (name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).strip();
        }
        return name.isEmpty() ? line : name;
    }

    /** The names in these elements, each once, joined by commas; null when there is none. */
    static @Nullable String names(List<FeedElement> elements) {
        Set<String> names = new LinkedHashSet<>();
        for (FeedElement element : elements) {
            String name = name(person(element));
            if (name != null && names.size() < MOST) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** The text of a simple element; of an Atom person its name, else its mail address, else its address. */
    private static @Nullable String person(FeedElement element) {
        if (!element.hasElements()) {
            return element.text();
        }
        for (String part : List.of("name", "atom:name", "foaf:name", "itunes:name", "email", "uri", "atom:email")) {
            FeedElement child = element.first(part);
            String text = child == null ? null : child.text();
            if (text != null) {
                return text;
            }
        }
        return element.text();
    }
}
