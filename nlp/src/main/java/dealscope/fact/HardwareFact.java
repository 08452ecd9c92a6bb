package dealscope.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chip, rack or system.
 *
 * @param name its identity: {@code NVIDIA GB200 NVL72}
 * @param names the name itself and all aliases
 * @param vendor null for generic items such as "GPU"
 * @param family the generation or line it belongs to; null when none
 * @param kind {@code gpu}, {@code accelerator}, {@code cpu}, {@code superchip}, {@code rack}, {@code system},
 *     {@code network}, {@code network chip}, {@code memory}, {@code storage}, {@code family}, {@code generic}; and what
 *     gives it power: {@code turbine}, {@code engine}, {@code fuel cell}, {@code battery}, {@code reactor}
 * @param figures what is publicly known of it
 */
public record HardwareFact(
        String name,
        List<String> names,
        @Nullable String vendor,
        @Nullable String family,
        String kind,
        HardwareFigures figures) {
    public HardwareFact {
        names = List.copyOf(names);
    }

    /** A chip that is not in the file: the next of a series, or one that only an article names. */
    public static HardwareFact unlisted(String name, @Nullable String vendor) {
        return new HardwareFact(name, List.of(name), vendor, null, "accelerator", HardwareFigures.none());
    }

    public boolean generic() {
        return kind.equals("generic");
    }
}
