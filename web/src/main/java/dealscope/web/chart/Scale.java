package dealscope.web.chart;

import java.util.ArrayList;
import java.util.List;

/** Amounts of an axis as places in a picture, from 0 or by powers of ten, with round marks. */
final class Scale {
    private static final int MARKS = 4;

    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final boolean powers;

    private Scale(double low, double high, double from, double to, boolean powers) {
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.powers = powers;
    }

    /** From 0 to at least {@code most}, drawn from {@code from} to {@code to}. */
    static Scale upTo(double most, double from, double to) {
        double step = step(most);
        double high = Double.isFinite(most) && most > 0 ? Math.ceil(most / step) * step : 1;
        return new Scale(0, high, from, to, false);
    }

    /** Whole powers of ten around both amounts, which are above 0. */
    static Scale powers(double least, double most, double from, double to) {
        double low = Math.floor(Math.log10(Math.max(least, 1e-9)));
        double high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(most, 1e-9))));
        return new Scale(low, high, from, to, true);
    }

    private static double step(double most) {
        if (!Double.isFinite(most) || most <= 0) {
            return 1;
        }
        double rough = most / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    double at(double amount) {
        double place = powers ? Math.log10(Math.max(amount, 1e-9)) : amount;
        double share = Math.clamp((place - low) / (high - low), 0, 1);
        return from + (Double.isNaN(share) ? 0 : share) * (to - from);
    }

    /** The amounts to mark, from small to large. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        if (powers) {
            for (double power = low; power <= high; power++) {
                marks.add(Math.pow(10, power));
            }
            return marks;
        }
        double step = step(high);
        for (double mark = 0; mark <= high * 1.0001 && marks.size() < 20; mark += step) {
            marks.add(mark);
        }
        return marks;
    }
}
