package dealscope.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows a time: {@code +0100}, {@code -5}, {@code GMT+01:00}, {@code EST}, {@code Etc/GMT}, {@code +0000 (UTC)}. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile(
            "^(?:(?:gmt|utc?|z) ?)?+([+\\u2212-]) ?(\\d{1,2})(?::? ?(\\d{2}))?(?!\\d)(?:z| .*+|\\(.*+)?+$");
    private static final Pattern NAME = Pattern.compile("^\\(?+([a-z][a-z_/+0-9-]*+)");
    private static final Map<String, ZoneId> BY_NAME = load();

    private Zones() {}

    /**
     * The zone written in {@code rest}; UTC when nothing or an unknown word is written.
     *
     * @throws DateTimeException for an offset that cannot be
     */
    static ZoneId of(String rest) {
        String text = rest.strip().toLowerCase(Locale.ROOT);
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            int sign = offset.group(1).equals("+") ? 1 : -1;
            String minutes = offset.group(3);
            return ZoneOffset.ofHoursMinutes(
                    sign * Integer.parseInt(offset.group(2)), minutes == null ? 0 : sign * Integer.parseInt(minutes));
        }
        if (!text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
            throw new DateTimeException("no offset: " + rest);
        }
        Matcher name = NAME.matcher(text);
        return name.find() ? BY_NAME.getOrDefault(name.group(1), ZoneOffset.UTC) : ZoneOffset.UTC;
    }

    static boolean isKnown(String name) {
        return BY_NAME.containsKey(name.toLowerCase(Locale.ROOT));
    }

    private static Map<String, ZoneId> load() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String region : ZoneId.getAvailableZoneIds()) {
            if (region.indexOf('/') > 0) {
                zones.put(region.toLowerCase(Locale.ROOT), ZoneId.of(region));
            }
        }
        var stream = Objects.requireNonNull(Zones.class.getResourceAsStream("zones.csv"), "zones.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                if (!line.startsWith("#") && comma > 0) {
                    zones.put(line.substring(0, comma).toLowerCase(Locale.ROOT), ZoneId.of(line.substring(comma + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }
}
