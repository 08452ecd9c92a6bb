package dealscope.fact;

import org.jspecify.annotations.Nullable;

/**
 * What is publicly known of a product; null for what is not.
 *
 * @param generation architecture or number of its generation: {@code Hopper}, {@code CDNA 3}, {@code 7}
 * @param memoryGb memory beside the chips, of all of them together, in gigabytes
 * @param watts thermal design power, or what the whole system draws at most
 * @param h100Equivalents dense BF16 (FP16 where there is no BF16) speed divided by the 989 TFLOPS of an NVIDIA H100 SXM;
 *     memory and interconnect are not weighed
 * @param source where the figures are from, and the speed that the equivalence was made of
 */
public record HardwareFigures(
        @Nullable String generation,
        @Nullable Double memoryGb,
        @Nullable Integer watts,
        @Nullable Double h100Equivalents,
        @Nullable String source) {
    public HardwareFigures {
        boolean figures = memoryGb != null || watts != null || h100Equivalents != null;
        if (figures && source == null) {
            throw new IllegalArgumentException("figures without a source");
        }
    }

    /** Nothing is known. */
    public static HardwareFigures none() {
        return new HardwareFigures(null, null, null, null, null);
    }
}
