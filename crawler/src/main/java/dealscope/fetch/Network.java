package dealscope.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses in CIDR notation, {@code 10.0.0.0/8} or {@code fc00::/7}; a lone address is a range of one.
 *
 * @param prefix 4 or 16 bytes
 * @param bits leading bits that count
 */
record Network(byte[] prefix, int bits) {
    Network {
        if (bits < 0 || bits > prefix.length * 8) {
            throw new IllegalArgumentException("prefix length out of range: " + bits);
        }
    }

    /** Reads an address or range; throws {@link IllegalArgumentException} for anything else. Never asks DNS. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] bytes = literal(slash < 0 ? text : text.substring(0, slash));
        try {
            return new Network(bytes, slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    private static byte[] literal(String text) {
        boolean v6 = text.indexOf(':') >= 0;
        if (text.isEmpty() || !text.chars().allMatch(c -> isLiteralCharacter(c, v6))) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }

    private static boolean isLiteralCharacter(int c, boolean v6) {
        return c == '.' || (c >= '0' && c <= '9') || (v6 && (c == ':' || Character.digit(c, 16) >= 0));
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
    }
}
