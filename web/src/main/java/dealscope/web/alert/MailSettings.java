package dealscope.web.alert;

/**
 * How mail leaves: a server that takes it for us.
 *
 * @param host of the SMTP server
 * @param security whether and how the connection is encrypted
 * @param user blank when the server wants no login
 * @param password never logged, and not in {@link #toString}
 * @param from the sender's address
 */
public record MailSettings(String host, int port, Security security, String user, String password, String from) {
    /** How the connection is encrypted. */
    public enum Security {
        /** TLS from the first byte. */
        TLS,
        /** Begins in the clear, and goes on only when the server can encrypt. */
        STARTTLS,
        /** Never: for a server on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return "mail by " + host + ":" + port + " (" + security + ") from " + from;
    }
}
