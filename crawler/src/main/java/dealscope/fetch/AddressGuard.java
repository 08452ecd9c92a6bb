package dealscope.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells addresses of the public internet from all others: loopback, private networks, cloud metadata, and the ways to
 * write a private IPv4 address as IPv6. The ranges are in {@code addresses.txt} beside this class, after the IANA
 * special-purpose registries; the longest range that holds an address decides.
 *
 * <p>It must be asked about the very address that a socket is about to connect to, never about a name: see
 * {@link GuardedSockets}. Immutable.
 */
public final class AddressGuard {
    private static final List<Range> RANGES = read();

    private final List<Network> allowedNetworks;
    private final Set<String> allowedHosts;

    /** Nothing but the public internet. */
    public AddressGuard() {
        this(List.of());
    }

    /**
     * @param allowed exceptions: addresses, CIDR ranges, or host names (which are then trusted wherever they lead)
     */
    public AddressGuard(List<String> allowed) {
        var networks = new ArrayList<Network>();
        var hosts = new TreeSet<String>();
        for (String entry : allowed) {
            if (Ipv4Literal.endsInNumber(entry) || entry.contains("/") || entry.contains(":")) {
                networks.add(Network.parse(entry));
            } else {
                hosts.add(entry.toLowerCase(Locale.ROOT));
            }
        }
        allowedNetworks = List.copyOf(networks);
        allowedHosts = Set.copyOf(hosts);
    }

    /**
     * Whether a connection to {@code address} is in order when it was asked for as {@code host}.
     *
     * @param host as in the URL: a name, or the address itself
     */
    public boolean permits(String host, InetAddress address) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT))
                || allowedNetworks.stream().anyMatch(network -> network.contains(address.getAddress()))
                || isPublic(address);
    }

    /** Whether the address belongs to the public internet. */
    public static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        for (Range range : RANGES) {
            if (range.network.contains(address)) {
                return switch (range.kind) {
                    case PUBLIC -> true;
                    case PRIVATE -> false;
                    case EMBEDDED -> isPublic(Arrays.copyOfRange(address, 12, 16));
                };
            }
        }
        return false;
    }

    private enum Kind {
        PUBLIC,
        PRIVATE,
        /** The last 32 bits are an IPv4 address, which decides. */
        EMBEDDED
    }

    private record Range(Network network, Kind kind) {}

    private static List<Range> read() {
        return DataFile.lines("addresses.txt").stream()
                .map(line -> line.split("\\s+", 3))
                .map(columns -> new Range(Network.parse(columns[0]), Kind.valueOf(columns[1].toUpperCase(Locale.ROOT))))
                .sorted(Comparator.comparingInt((Range range) -> range.network.bits())
                        .reversed())
                .toList();
    }
}
