package dealscope.fetch;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that are reached at a fixed socket address instead of through DNS, like curl's {@code --connect-to}. The program
 * serves its sample collection this way: {@code *.sample.test} leads to a port of its own on the loopback interface.
 * A routed host bypasses DNS and {@link AddressGuard}, so only the program itself may name routes. Immutable.
 */
public final class Routes {
    private final Map<String, InetSocketAddress> byHost;

    private Routes(Map<String, InetSocketAddress> byHost) {
        this.byHost = Map.copyOf(byHost);
    }

    public static Routes none() {
        return new Routes(Map.of());
    }

    /** @param byHost host names, or {@code *.name} for all hosts below a name */
    public static Routes of(Map<String, InetSocketAddress> byHost) {
        var lower = new HashMap<String, InetSocketAddress>();
        byHost.forEach((host, address) -> {
            if (address.isUnresolved()) {
                throw new IllegalArgumentException("route to an unresolved address: " + address);
            }
            lower.put(host.toLowerCase(Locale.ROOT), address);
        });
        return new Routes(lower);
    }

    /** Where {@code host} is reached, or null when it is not routed. */
    public @Nullable InetSocketAddress find(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        InetSocketAddress exact = byHost.get(name);
        for (int dot = name.indexOf('.'); exact == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            exact = byHost.get("*" + name.substring(dot));
        }
        return exact;
    }

    public boolean contains(String host) {
        return find(host) != null;
    }
}
