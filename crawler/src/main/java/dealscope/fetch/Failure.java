package dealscope.fetch;

import dealscope.crawler.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What an exception of the network means to people. */
record Failure(Outcome outcome, String reason) {
    static Failure of(IOException exception, String host, Duration deadline) {
        List<Throwable> chain = chain(exception);
        if (has(chain, PrivateAddressException.class)) {
            return new Failure(Outcome.PRIVATE_ADDRESS, Reasons.privateAddress(host));
        }
        if (has(chain, UnknownHostException.class)) {
            return new Failure(Outcome.NO_SUCH_HOST, "There is no host called " + host + ", or DNS does not answer.");
        }
        if (exception instanceof InterruptedIOException && !isConnecting(exception)) {
            return new Failure(Outcome.TIMEOUT, Reasons.timeout(deadline));
        }
        if (has(chain, SSLException.class)) {
            return new Failure(Outcome.TLS, tls(chain, host));
        }
        if (isConnecting(exception) || has(chain, ConnectException.class) || has(chain, NoRouteToHostException.class)) {
            return new Failure(Outcome.NO_CONNECTION, "No connection to " + host + " could be made.");
        }
        if (has(chain, EOFException.class) || has(chain, ProtocolException.class)) {
            return new Failure(Outcome.UNREADABLE, "The answer broke off or did not keep to HTTP.");
        }
        if (has(chain, SocketException.class)) {
            // The server was asked, so this is not like a connection that could not be made.
            return new Failure(Outcome.UNREADABLE, "The connection to " + host + " was lost.");
        }
        return new Failure(Outcome.UNREADABLE, "The answer could not be unpacked or did not keep to HTTP.");
    }

    /** The JDK and the client tell a connect timeout from a read timeout by words only. */
    private static boolean isConnecting(IOException exception) {
        String message = exception.getMessage();
        return exception instanceof SocketTimeoutException
                && message != null
                && message.toLowerCase(Locale.ROOT).contains("connect");
    }

    private static String tls(List<Throwable> chain, String host) {
        String what;
        if (has(chain, CertificateExpiredException.class)) {
            what = "the site's certificate has expired";
        } else if (has(chain, CertificateNotYetValidException.class)) {
            what = "the site's certificate is not valid yet";
        } else if (has(chain, SSLPeerUnverifiedException.class)) {
            what = "the site's certificate is for another name";
        } else if (has(chain, CertificateException.class)) {
            what = "nobody we trust vouches for the site's certificate";
        } else {
            what = "no encrypted connection could be agreed on";
        }
        return "Not safe to read " + host + ": " + what + ".";
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    /** The exception, its causes and what was suppressed in favour of it. */
    private static List<Throwable> chain(Throwable first) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Throwable>(List.of(first));
        var chain = new ArrayList<Throwable>();
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                chain.add(next);
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return chain;
    }
}
