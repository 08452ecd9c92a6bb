package dealscope.app;

import dealscope.web.site.Rate;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program's settings: defaults, then the file {@code dealscope.properties} in the data folder, then the environment,
 * then flags; the later wins. See {@link Setting} for what there is.
 */
final class Settings {
    static final String FILE = "dealscope.properties";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s?([a-z]{0,3})");

    private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,6})\\s?/\\s?([1-9]\\d{0,3}|)\\s?([smh])");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private Settings() {}

    /**
     * Gathers the settings.
     *
     * @param flags values given on the command line
     * @throws UsageException when the file names a setting that does not exist, or cannot be read
     */
    static Settings read(Map<Setting, String> flags, Map<String, String> environment) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            settings.values.put(setting, setting.fallback());
        }
        settings.takeEnvironment(environment);
        settings.values.putAll(flags);
        settings.takeFile(settings.dataFolder().resolve(FILE));
        settings.takeEnvironment(environment);
        settings.values.putAll(flags);
        return settings;
    }

    private void takeEnvironment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                values.put(setting, value);
            }
        }
    }

    private void takeFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("cannot read the settings in " + file + ": " + e.getMessage());
        }
        for (String key : lines.stringPropertyNames()) {
            Setting setting = Setting.of(key)
                    .orElseThrow(() -> new UsageException("there is no setting \"" + key + "\" (in " + file
                            + "); the settings are "
                            + Arrays.stream(Setting.values()).map(Setting::key).toList()));
            if (setting != Setting.DATA) {
                values.put(setting, lines.getProperty(key).strip());
            }
        }
    }

    String text(Setting setting) {
        return values.getOrDefault(setting, setting.fallback());
    }

    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).strip());
        } catch (NumberFormatException e) {
            throw wrong(setting, "a whole number");
        }
    }

    Duration duration(Setting setting) {
        Matcher matcher = amount(setting, "a duration such as 30s, 500ms or 5m");
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s", "" -> Duration.ofSeconds(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> throw wrong(setting, "a duration such as 30s, 500ms or 5m");
        };
    }

    /** How many requests a client may send: {@code 600/1m}. */
    Rate rate() {
        String text = text(Setting.RATE_LIMIT).strip();
        if (text.isEmpty()) {
            return Rate.NONE;
        }
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            throw wrong(Setting.RATE_LIMIT, "a number of requests and a time such as 600/1m or 20/1s");
        }
        long count = matcher.group(2).isEmpty() ? 1 : Long.parseLong(matcher.group(2));
        Duration unit =
                switch (matcher.group(3)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                };
        return new Rate(Integer.parseInt(matcher.group(1)), unit.multipliedBy(count));
    }

    /** In bytes. */
    int size(Setting setting) {
        Matcher matcher = amount(setting, "a size such as 10MB or 512kB");
        long count = Long.parseLong(matcher.group(1));
        long bytes =
                switch (matcher.group(2)) {
                    case "", "b" -> count;
                    case "kb" -> count * 1_000;
                    case "mb" -> count * 1_000_000;
                    default -> throw wrong(setting, "a size such as 10MB or 512kB");
                };
        if (bytes < 1_000 || bytes > 500_000_000) {
            throw wrong(setting, "a size from 1kB to 500MB");
        }
        return (int) bytes;
    }

    /** The public address for hubs without a last slash, or null when there is none. */
    @Nullable
    String callback() {
        return address(Setting.WEBSUB_CALLBACK);
    }

    /** A web address without a last slash, or null when it is not set. */
    @Nullable
    String address(Setting setting) {
        String text = text(setting).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getRawQuery() == null) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            throw wrong(setting, "an address such as https://deals.example.com");
        }
        throw wrong(setting, "an address such as https://deals.example.com");
    }

    private Matcher amount(Setting setting, String expected) {
        Matcher matcher = AMOUNT.matcher(text(setting).strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw wrong(setting, expected);
        }
        return matcher;
    }

    private UsageException wrong(Setting setting, String expected) {
        return new UsageException(
                "the setting " + setting.key() + " is \"" + text(setting) + "\" and should be " + expected);
    }

    Path dataFolder() {
        String folder = text(Setting.DATA);
        return folder.equals("~") || folder.startsWith("~/")
                ? Path.of(System.getProperty("user.home") + folder.substring(1))
                : Path.of(folder);
    }

    Path indexFolder() {
        return dataFolder().resolve("index");
    }

    /** The store's JDBC address. */
    String storeUrl() {
        String url = text(Setting.STORE);
        return url.isEmpty() ? "jdbc:sqlite:" + dataFolder().resolve("dealscope.db") : url;
    }

    /** Where the store is, without any password. */
    String storePlace() {
        return text(Setting.STORE).isEmpty()
                ? dataFolder().toString()
                : text(Setting.STORE).replaceAll("[?;].*+", "").replaceAll("//[^/@]*+@", "//");
    }

    /** Flags that were given, without those that were not. */
    static Map<Setting, String> flags(@Nullable Object... settingsAndValues) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (int i = 0; i < settingsAndValues.length; i += 2) {
            if (settingsAndValues[i] instanceof Setting setting && settingsAndValues[i + 1] != null) {
                flags.put(setting, String.valueOf(settingsAndValues[i + 1]));
            }
        }
        return flags;
    }
}
