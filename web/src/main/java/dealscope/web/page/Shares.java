package dealscope.web.page;

import java.util.Locale;

/** Lengths of bars. */
final class Shares {
    private Shares() {}

    /** {@code part} of {@code whole} as an SVG length; a visible sliver at least. */
    static String percent(double part, double whole) {
        double share = whole <= 0 || !Double.isFinite(part / whole) ? 0 : Math.clamp(part / whole, 0, 1);
        return String.format(Locale.ROOT, "%.1f%%", Math.max(share * 100, part > 0 ? 0.5 : 0));
    }
}
