package dealscope.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting: its key in the file, its variable in the environment, its default and what it means. */
enum Setting {
    DATA("~/.dealscope", "folder for the database, the index and the settings file"),
    STORE(
            "",
            "JDBC address of the store; empty: a SQLite file in the data folder. Example: jdbc:postgresql://db/dealscope?user=me"),
    HOST("127.0.0.1", "address that the site listens on; anything but loopback opens it to your network"),
    PORT("7070", "port of the site; 0 takes any free one"),
    HOSTS("", "further host names under which the site may be asked for, separated by commas"),
    CORS(
            "",
            "sites whose pages may read the API in a browser, such as https://notebook.example.com, separated by commas;"
                    + " * for all. Empty: none"),
    RATE_LIMIT("", "requests that one client may send in which time, such as 600/1m. Empty: as many as it likes"),
    USER_AGENT("", "what publishers see instead of Dealscope's own name; the SEC wants your company and e-mail in it"),
    ALLOW("", "host names or addresses inside your network that may be fetched, separated by commas"),
    DEADLINE("30s", "longest time for one request, redirects and body included"),
    DELAY("1s", "pause between two requests to one host"),
    MAX_FEED("10MB", "largest feed that is read, after decompression"),
    MAX_PAGE("10MB", "largest page that is read, after decompression"),
    WEBSUB_CALLBACK(
            "",
            "public address that leads to this site, such as https://deals.example.com; with it hubs tell of news at"
                    + " once (WebSub). Empty: off"),
    PAGES_PER_FEED("40", "article pages fetched for one feed in one refresh; the rest follow in the next"),
    SITE_URL(
            "",
            "public address of this site, such as https://deals.example.com, for links in feeds, mail and webhooks. Empty:"
                    + " host and port"),
    WEBHOOK_ALLOW("", "host names or addresses inside your network that alerts may post to, separated by commas"),
    SMTP_HOST("", "mail server that sends the mail of alerts. Empty: no mail"),
    SMTP_PORT("587", "port of the mail server"),
    SMTP_SECURITY("starttls", "starttls, tls, or none for a server on this machine"),
    SMTP_USER("", "user at the mail server. Empty: no login"),
    SMTP_PASSWORD("", "password at the mail server"),
    SMTP_PASSWORD_FILE("", "file whose first line is the password at the mail server"),
    SMTP_FROM("", "sender of the mail of alerts, such as dealscope@example.com"),
    TICK("30s", "how often the schedule looks for feeds that are due");

    private final String fallback;
    private final String meaning;

    Setting(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** The key in the settings file: {@code user-agent}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The variable in the environment: {@code DEALSCOPE_USER_AGENT}. */
    String variable() {
        return "DEALSCOPE_" + name();
    }

    String fallback() {
        return fallback;
    }

    String meaning() {
        return meaning;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
