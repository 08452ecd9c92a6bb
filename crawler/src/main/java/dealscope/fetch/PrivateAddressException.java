package dealscope.fetch;

import java.io.IOException;

/** A connection was about to leave the public internet and was not made. */
final class PrivateAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(String host) {
        super("not a public address: " + host);
    }
}
