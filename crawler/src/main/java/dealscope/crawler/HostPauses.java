package dealscope.crawler;

import java.time.Instant;
import java.util.Map;

/**
 * Where it is kept which hosts asked to be left alone, so that a restart does not forget it. Safe for many threads.
 */
public interface HostPauses {
    /** Hosts (with the port, when it is not the usual one) and the end of their pause, those over left out. */
    Map<String, Instant> hostPauses(Instant now);

    /** Notes a pause; a later end that is known already stays. */
    void pauseHost(String host, Instant until);

    /** Forgets at once. */
    HostPauses NONE = new HostPauses() {
        @Override
        public Map<String, Instant> hostPauses(Instant now) {
            return Map.of();
        }

        @Override
        public void pauseHost(String host, Instant until) {}
    };
}
