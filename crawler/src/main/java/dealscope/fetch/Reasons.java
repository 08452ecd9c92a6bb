package dealscope.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What went wrong, in words for people who do not know HTTP. */
final class Reasons {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Reasons() {}

    static String privateAddress(String host) {
        return "\"" + host + "\" is not on the public internet. Addresses of this machine and of private networks are"
                + " only read when the settings allow them.";
    }

    static String timeout(Duration deadline) {
        return "The server did not finish its answer within " + seconds(deadline) + ".";
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    static String tooLarge(int bytes) {
        return bytes >= 1 << 20
                ? "The document is larger than the limit of " + (bytes >> 20) + " MB."
                : "The document is larger than the limit of " + (bytes >> 10) + " KB.";
    }

    static String rateLimited(Instant until) {
        return "The server asks to be left alone until " + MINUTE.format(until) + ".";
    }

    static String postponed(String host, Instant until) {
        return host + " asked for a pause until " + MINUTE.format(until) + ", so nothing was requested.";
    }

    static String status(int status) {
        return switch (status) {
            case 204 -> "The server answered without a document (204).";
            case 304 -> "The server said \"not modified\" (304) although we hold no copy.";
            case 400 -> "The server did not understand the request (400).";
            case 401 -> "The server wants a login (401).";
            case 402 -> "The server wants to be paid (402).";
            case 403 -> "The server refuses to let us read this (403).";
            case 404 -> "There is nothing at this address (404).";
            case 406 -> "The server does not offer a form that we can read (406).";
            case 408 -> "The server waited too long for the request (408).";
            case 410 -> "The publisher has removed this for good (410).";
            case 429 -> "The server says that we ask too often (429).";
            case 451 -> "Withheld for legal reasons (451).";
            case 500 -> "The server has an internal error (500).";
            case 502, 504 -> "The site's own servers do not answer each other (" + status + ").";
            case 503 -> "The server is out of service or overloaded (503).";
            default ->
                status >= 500
                        ? "The server has a fault (" + status + ")."
                        : "The server gave an answer that is not a document (" + status + ").";
        };
    }
}
