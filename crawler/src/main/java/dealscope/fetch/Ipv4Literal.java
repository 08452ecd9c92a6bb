package dealscope.fetch;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses in all the spellings that a browser understands: {@code 127.1}, {@code 2130706433}, {@code 0x7f.1},
 * {@code 0177.0.0.1}. After "ends in a number checker" and "IPv4 parser" of the WHATWG URL standard.
 */
final class Ipv4Literal {
    private Ipv4Literal() {}

    /** Whether a host must be read as an IPv4 address, and is invalid if it cannot be. */
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        String last = parts.getLast();
        return !last.isEmpty()
                && (last.chars().allMatch(c -> c >= '0' && c <= '9')
                        || number(last).isPresent());
    }

    /** The usual spelling, four decimal numbers; null when it is not an IPv4 address in any spelling. */
    static @Nullable String canonical(String host) {
        List<String> parts = parts(host);
        if (parts.size() > 4) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < parts.size(); i++) {
            OptionalLong number = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            long limit = last ? 1L << (8 * (5 - parts.size())) : 256;
            if (number.isEmpty() || number.getAsLong() >= limit) {
                return null;
            }
            value += last ? number.getAsLong() : number.getAsLong() << (8 * (3 - i));
        }
        return "%d.%d.%d.%d".formatted(value >> 24, value >> 16 & 255, value >> 8 & 255, value & 255);
    }

    private static List<String> parts(String host) {
        String trimmed = host.endsWith(".") && host.length() > 1 ? host.substring(0, host.length() - 1) : host;
        return List.of(trimmed.split("\\.", -1));
    }

    private static OptionalLong number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int radix = lower.startsWith("0x") ? 16 : lower.length() > 1 && lower.startsWith("0") ? 8 : 10;
        String digits = radix == 16 ? lower.substring(2) : lower;
        if (lower.isEmpty() || digits.length() > 15 || !digits.chars().allMatch(c -> Character.digit(c, radix) >= 0)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(digits.isEmpty() ? 0 : Long.parseLong(digits, radix));
    }
}
