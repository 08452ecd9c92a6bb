package dealscope.app;

import dealscope.fetch.AddressGuard;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpPost;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import dealscope.index.DealIndex;
import dealscope.store.Store;
import dealscope.watch.DealWatch;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.Courier;
import dealscope.web.alert.MailSettings;
import dealscope.web.alert.MailSettings.Security;
import dealscope.web.alert.Mailer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What alerts take, made as the settings say.
 *
 * @param mailer null when no mail server is set
 * @param publicAddress of the site, without a last slash; null when it is not set
 * @param site the same, or host and port
 */
record AlertParts(
        HttpPost post, @Nullable Mailer mailer, @Nullable String publicAddress, String site) {
    /** A receiver that takes longer is asked again. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    static AlertParts of(Settings settings, InstantSource clock) {
        FetchSettings fetch = FetchSettings.defaults().withDeadline(DEADLINE).withUserAgent("Dealscope-Alerts/0.1.0");
        var guard = new AddressGuard(settings.list(Setting.WEBHOOK_ALLOW));
        var post = new HttpPost(fetch, guard, Routes.none(), Resolver.system(), clock);
        String site = site(settings);
        MailSettings mail = mail(settings);
        return new AlertParts(
                post, mail == null ? null : new Mailer(mail, site), settings.address(Setting.SITE_URL), site);
    }

    Courier courier(Store store, InstantSource clock) {
        return new Courier(store, post, mailer, site, clock);
    }

    AlertDesk desk(Store store, DealIndex index, DealWatch watch, Courier courier, InstantSource clock) {
        return new AlertDesk(store, index, watch, courier, post, publicAddress, clock);
    }

    private static String site(Settings settings) {
        String given = settings.address(Setting.SITE_URL);
        if (given != null) {
            return given;
        }
        String host = settings.text(Setting.HOST);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.text(Setting.PORT);
    }

    private static @Nullable MailSettings mail(Settings settings) {
        String host = settings.text(Setting.SMTP_HOST).strip();
        if (host.isEmpty()) {
            return null;
        }
        String from = settings.text(Setting.SMTP_FROM).strip();
        if (Mailer.objection(from) != null) {
            throw new UsageException("the setting " + Setting.SMTP_FROM.key() + " is \"" + from
                    + "\" and should be an address such as dealscope@example.com, because "
                    + Setting.SMTP_HOST.key() + " is set");
        }
        return new MailSettings(
                host,
                settings.number(Setting.SMTP_PORT),
                security(settings.text(Setting.SMTP_SECURITY)),
                settings.text(Setting.SMTP_USER).strip(),
                password(settings),
                from);
    }

    private static Security security(String text) {
        for (Security each : Security.values()) {
            if (each.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new UsageException("the setting " + Setting.SMTP_SECURITY.key() + " is \"" + text
                + "\" and should be starttls, tls or none");
    }

    private static String password(Settings settings) {
        String file = settings.text(Setting.SMTP_PASSWORD_FILE).strip();
        if (file.isEmpty()) {
            return settings.text(Setting.SMTP_PASSWORD);
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
            return lines.isEmpty() ? "" : lines.getFirst().strip();
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read the file " + file + " that " + Setting.SMTP_PASSWORD_FILE.key() + " names");
        }
    }
}
