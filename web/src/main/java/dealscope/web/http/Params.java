package dealscope.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, each checked; what is wrong with one is a {@link RequestProblem} naming what is allowed. */
public final class Params {
    /** Longer than any sensible query; the query language has a lower limit of its own. */
    private static final int MAX_LENGTH = 2000;

    private final Map<String, List<String>> given;

    public Params(Context ctx, boolean strict, Set<String> allowed) {
        this(ctx.queryParamMap(), strict, allowed);
    }

    /** @param strict refuse parameters that are not {@code allowed}, so that a slip of the pen does not pass silently */
    public Params(Map<String, List<String>> given, boolean strict, Set<String> allowed) {
        this.given = given;
        for (String name : given.keySet()) {
            if (allowed.contains(name)) {
                checkOnce(name);
            } else if (strict) {
                throw RequestProblem.badParameter("There is no parameter \"" + shortened(name) + "\" here; there are "
                        + String.join(", ", allowed.stream().sorted().toList()) + ".");
            }
        }
    }

    private void checkOnce(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            throw RequestProblem.badParameter("\"" + name + "\" is not encoded as addresses are.");
        }
        if (values.size() > 1) {
            throw RequestProblem.badParameter("\"" + name + "\" is given " + values.size() + " times; give it once.");
        }
        if (values.get(0).length() > MAX_LENGTH) {
            throw RequestProblem.badParameter("\"" + name + "\" is longer than " + MAX_LENGTH + " characters.");
        }
        if (values.get(0).indexOf('\0') >= 0) {
            throw RequestProblem.badParameter("\"" + name + "\" holds a NUL character.");
        }
    }

    /** The value, trimmed; empty when it is not given. */
    public String text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    public int integer(String name, int fallback, int min, int max) {
        String value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw RequestProblem.badParameter("\"" + name + "\" must be a whole number from " + min + " to " + max
                + ", not \"" + shortened(value) + "\".");
    }

    /** One of an enum's constants, lower case. */
    public <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        String value = text(name);
        if (value.isEmpty()) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        throw RequestProblem.badParameter(
                "\"" + name + "\" must be one of " + String.join(", ", names) + ", not \"" + shortened(value) + "\".");
    }

    public boolean flag(String name, boolean fallback) {
        return switch (text(name)) {
            case "" -> fallback;
            case "true", "1", "on" -> true;
            case "false", "0", "off" -> false;
            default -> throw RequestProblem.badParameter("\"" + name + "\" must be true or false.");
        };
    }

    public @Nullable String cursor() {
        String value = text("cursor");
        return value.isEmpty() ? null : value;
    }

    /** An id from the path; ids are made by us, so one of any other shape is simply not there. */
    public static String id(Context ctx, String what) {
        String id = ctx.pathParam("id");
        if (id.isEmpty() || id.length() > 200 || !id.chars().allMatch(Params::isIdCharacter)) {
            throw RequestProblem.notFound("There is no " + what + " with this id.");
        }
        return id;
    }

    private static boolean isIdCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '~' || c == ':');
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
