package dealscope.web.site;

import java.time.Duration;

/** How many requests a client may send in which time. */
public record Rate(int requests, Duration per) {
    /** As many as one likes. */
    public static final Rate NONE = new Rate(0, Duration.ofMinutes(1));

    public Rate {
        if (requests < 0 || per.toSeconds() < 1) {
            throw new IllegalArgumentException("a rate of " + requests + " in " + per);
        }
    }

    public boolean isNone() {
        return requests == 0;
    }
}
