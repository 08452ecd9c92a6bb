package dealscope.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Sockets that connect to routed hosts and to addresses the guard permits, and to nothing else. The check is made on the
 * address that is connected to in the same call, so a name that resolves differently the second time, an IP literal or
 * a redirect cannot slip past it.
 */
final class GuardedSockets extends SocketFactory {
    private final AddressGuard guard;
    private final Routes routes;
    private final Resolver resolver;

    GuardedSockets(AddressGuard guard, Routes routes, Resolver resolver) {
        this.guard = guard;
        this.routes = routes;
        this.resolver = resolver;
    }

    /** The addresses of {@code host}, each carrying the name under which it was found. */
    List<InetAddress> lookup(String host) throws UnknownHostException {
        InetSocketAddress route = routes.find(host);
        List<InetAddress> found = route == null ? resolver.resolve(host) : List.of(route.getAddress());
        List<InetAddress> permitted = found.stream()
                .filter(address -> route != null || guard.permits(host, address))
                .toList();
        // When none is permitted they go on to the socket, which refuses with the reason.
        return named(host, permitted.isEmpty() ? found : permitted);
    }

    private static List<InetAddress> named(String host, List<InetAddress> addresses) throws UnknownHostException {
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        var named = new InetAddress[addresses.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = InetAddress.getByAddress(host, addresses.get(i).getAddress());
        }
        return List.of(named);
    }

    private InetSocketAddress target(SocketAddress endpoint) throws IOException {
        if (!(endpoint instanceof InetSocketAddress inet)) {
            throw new PrivateAddressException(endpoint.toString());
        }
        String host = inet.getHostString();
        InetSocketAddress route = routes.find(host);
        if (route != null) {
            return route;
        }
        InetAddress address = inet.getAddress();
        if (address == null || !guard.permits(host, address)) {
            throw new PrivateAddressException(host);
        }
        return inet;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connectedSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw connectedSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connectedSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw connectedSocket();
    }

    private static IOException connectedSocket() {
        return new IOException("create the socket first, then connect it");
    }

    private final class GuardedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            super.connect(target(endpoint));
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            super.connect(target(endpoint), timeout);
        }
    }
}
