package dealscope.index;

import dealscope.deal.Hardware;
import dealscope.fact.HardwareCatalog;
import dealscope.fact.HardwareFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What else a product is called, from the fact file: its aliases, the family it belongs to, and who makes it. */
final class KnownHardware {
    private static final Map<String, List<String>> OTHERS = new HashMap<>();

    static {
        for (HardwareFact fact : HardwareCatalog.load().all()) {
            List<String> others = new ArrayList<>(fact.names());
            if (fact.family() != null) {
                others.add(fact.family());
            }
            OTHERS.put(fact.name(), List.copyOf(others));
        }
    }

    private KnownHardware() {}

    static List<String> others(Hardware item) {
        List<String> others = new ArrayList<>(OTHERS.getOrDefault(item.name(), List.of()));
        if (item.vendor() != null) {
            others.add(item.vendor());
        }
        return others;
    }
}
