package dealscope.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with a month in words, in any order (RFC 822, RFC 850, asctime, JavaScript, other languages), and numeric dates
 * that do not begin with the year. The time is found first; what precedes it is the day, what follows it the zone and, as
 * in asctime, perhaps the year.
 */
final class WordDate {
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:]\\d{1,9}+)?+)?(?![\\d:])(?: ?([ap])\\.?m\\b\\.?)?");
    private static final Pattern HOUR = Pattern.compile("(?<![\\d:+-])(\\d{1,2})()() ?([ap])\\.?m\\b\\.?");
    private static final Pattern TOKEN = Pattern.compile("\\d++|[\\p{L}\\p{M}]++");
    private static final Pattern TRAILING_YEAR = Pattern.compile("(?<![+\\d:-])(\\d{4})(?=$|\\s)");
    private static final Pattern CHINESE_WEEKDAY = Pattern.compile("(?:星期|周|週|礼拜|禮拜)?[一二三四五六日天月火水木金土](?:曜日?)?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Set<String> FILLERS = Set.of(
            "st", "nd", "rd", "th", "de", "of", "at", "um", "uhr", "om", "kl", "le", "er", "t", "on", "del", "den");
    private static final Set<String> KOREAN = Set.of("년", "월", "일", "오전", "오후", "오");
    private static final Set<String> AFTERNOON = Set.of("오후", "午後", "下午", "오");
    private static final Set<String> US_ZONES =
            Set.of("et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt");
    private static final Map<String, Integer> MONTHS = months();

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private int month;
    private int monthAt;
    private boolean korean;
    private boolean afternoon;
    private boolean strange;

    private WordDate() {}

    /** The instant, or null when {@code text} is no date of these forms. */
    static @Nullable Instant parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher time = TIME.matcher(lower);
        boolean timed = time.find();
        if (!timed) {
            time = HOUR.matcher(lower);
            timed = time.find();
        }
        WordDate date = new WordDate();
        String day = timed ? lower.substring(0, time.start()) : lower;
        String rest = timed ? lower.substring(time.end()) : "";
        date.read(day);
        return date.strange ? null : date.at(timed ? time : null, rest, day);
    }

    private void read(String day) {
        Matcher token = TOKEN.matcher(day);
        int words = 0;
        while (token.find()) {
            String word = token.group();
            if (Character.isDigit(word.charAt(0))) {
                strange |= word.length() > 4 || numbers.size() == 3;
                numbers.add(strange ? 0 : Integer.parseInt(word));
                lengths.add(word.length());
                continue;
            }
            Integer named = MONTHS.get(plain(word));
            if (named != null) {
                month = named;
                monthAt = numbers.size();
            } else if (KOREAN.contains(word) || AFTERNOON.contains(word)) {
                korean |= KOREAN.contains(word);
                afternoon |= AFTERNOON.contains(word);
            } else if (!isFiller(word) && !(Zones.isKnown(word) && !numbers.isEmpty())) {
                strange |= (words > 0 || !numbers.isEmpty())
                        && !CHINESE_WEEKDAY.matcher(word).matches();
            }
            words++;
        }
    }

    /** One unknown word in front is a weekday in some language; 年, 月 and 日 stand behind their numbers. */
    private static boolean isFiller(String word) {
        return FILLERS.contains(word) || word.equals("年") || word.equals("月") || word.equals("日");
    }

    private @Nullable Instant at(@Nullable Matcher time, String rest, String day) {
        String zone = rest;
        Matcher behind = TRAILING_YEAR.matcher(rest);
        if (time != null && numbers.size() < (month > 0 ? 2 : 3) && behind.find()) {
            numbers.add(Integer.parseInt(behind.group(1)));
            lengths.add(4);
            zone = rest.substring(0, behind.start()) + rest.substring(behind.end());
        } else if (time == null) {
            zone = lastWord(day);
        }
        int[] ymd = month > 0 ? withMonth() : numeric(time, zone);
        if (ymd == null) {
            return null;
        }
        LocalDateTime local = time == null
                ? FeedDate.at(ymd[0], ymd[1], ymd[2], 0, 0, 0)
                : FeedDate.at(ymd[0], ymd[1], ymd[2], hour(time), number(time.group(2)), number(time.group(3)));
        ZoneId where = korean && zone.isBlank() ? Zones.of("kst") : Zones.of(zone);
        return local.atZone(where).toInstant();
    }

    private static String lastWord(String day) {
        String word = day.substring(day.lastIndexOf(' ') + 1);
        return Zones.isKnown(word) ? word : "";
    }

    private int @Nullable [] withMonth() {
        if (numbers.size() != 2) {
            return null;
        }
        int first = numbers.get(0);
        int second = numbers.get(1);
        if (lengths.get(0) == 4) {
            return new int[] {first, month, second};
        }
        if (lengths.get(1) == 4) {
            return new int[] {second, month, first};
        }
        return lengths.get(1) == 2 && monthAt < 2 ? new int[] {FeedDate.fullYear(second), month, first} : null;
    }

    /** Day and month in the order that leaves no doubt; month first where the rest of the text is American. */
    private int @Nullable [] numeric(@Nullable Matcher time, String zone) {
        if (numbers.size() != 3) {
            return null;
        }
        int a = numbers.get(0);
        int b = numbers.get(1);
        int year = lengths.get(2) == 4 ? numbers.get(2) : lengths.get(2) == 2 ? FeedDate.fullYear(numbers.get(2)) : 0;
        if (lengths.get(0) == 4) {
            return new int[] {a, b, numbers.get(2)};
        }
        boolean american = (time != null && time.group(4) != null) || US_ZONES.contains(zone.strip());
        if (a > 12 || a == b) {
            return new int[] {year, b, a};
        }
        return b > 12 || american ? new int[] {year, a, b} : null;
    }

    private int hour(Matcher time) {
        int hour = number(time.group(1));
        String half = time.group(4);
        if (half == null && !afternoon) {
            return hour;
        }
        boolean late = afternoon || "p".equals(half);
        if (hour > 12) {
            return hour;
        }
        return hour % 12 + (late ? 12 : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        var stream = Objects.requireNonNull(WordDate.class.getResourceAsStream("months.csv"), "months.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                for (int i = 1; !line.startsWith("#") && i < cells.length; i++) {
                    for (String name : cells[i].split("\\|")) {
                        if (!name.isBlank()) {
                            months.putIfAbsent(plain(name), i);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return months;
    }
}
