package dealscope.crawler;

import java.util.Locale;

/** Every way a request can end. All but the first two are failures, each with a reason in words beside it. */
public enum Outcome {
    OK,
    NOT_MODIFIED,
    TIMEOUT,
    TOO_LARGE,
    NO_SUCH_HOST,
    NO_CONNECTION,
    TLS,
    HTTP_ERROR,
    RATE_LIMITED,
    FORBIDDEN,
    GONE,
    REDIRECT_LOOP,
    PRIVATE_ADDRESS,
    BAD_ADDRESS,
    ROBOTS,
    CHALLENGE,
    NOT_A_FEED,
    NOT_A_PAGE,
    UNREADABLE,
    INTERNAL;

    public boolean isSuccess() {
        return this == OK || this == NOT_MODIFIED;
    }

    /** The name in the store and the API: {@code not_modified}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
