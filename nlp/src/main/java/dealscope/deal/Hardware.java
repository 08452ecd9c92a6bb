package dealscope.deal;

import org.jspecify.annotations.Nullable;

/**
 * A chip, rack or system, with how many of it.
 *
 * @param name the fact file's: {@code NVIDIA GB200 NVL72}
 * @param vendor null for generic items such as "GPU"
 * @param count null when the text gives none
 */
public record Hardware(
        String name, @Nullable String vendor, @Nullable Long count) {}
