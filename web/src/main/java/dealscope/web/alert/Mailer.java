package dealscope.web.alert;

import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.web.alert.MailSettings.Security;
import dealscope.web.view.Links;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Mails events, many in one plain text. Safe for many threads; a mail that cannot be sent is a value, never thrown. */
public final class Mailer {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int LONGEST_SUBJECT = 180;

    private final MailSettings settings;
    private final String site;
    private final Session session;

    /** @param site address of this site, without a last slash */
    public Mailer(MailSettings settings, String site) {
        this.settings = settings;
        this.site = site;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        String protocol = protocol(settings);
        String millis = Long.toString(DEADLINE.toMillis());
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".host", settings.host());
        properties.put("mail." + protocol + ".port", Integer.toString(settings.port()));
        properties.put(
                "mail." + protocol + ".auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail." + protocol + ".connectiontimeout", millis);
        properties.put("mail." + protocol + ".timeout", millis);
        properties.put("mail." + protocol + ".writetimeout", millis);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (settings.security() == Security.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }

    private static String protocol(MailSettings settings) {
        return settings.security() == Security.TLS ? "smtps" : "smtp";
    }

    /** Why nothing can be mailed to this address, or null. */
    public static @Nullable String objection(String address) {
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            String text = parsed.getAddress();
            boolean plain = text.equals(address) && text.indexOf('@') > 0 && address.length() <= 200;
            return plain ? null : "\"" + address + "\" is no e-mail address; write it as ada@example.com.";
        } catch (AddressException e) {
            return "\"" + address + "\" is no e-mail address; write it as ada@example.com.";
        }
    }

    /** @param id makes the Message-ID, by which a mailbox knows a repetition */
    Attempt send(Alert alert, String address, String id, List<AlertEvent> events, Instant at) {
        return deliver(address, id, at, subject(alert, events), body(alert, events));
    }

    Attempt test(Alert alert, String address, String id, Instant at) {
        return deliver(
                address,
                id,
                at,
                "Test of the alert " + alert.name(),
                "Nothing happened: somebody asked for a test of this alert.\n\n" + foot(alert));
    }

    private Attempt deliver(String address, String id, Instant at, String subject, String text) {
        try {
            MimeMessage message = new Identified(session, id, settings.from());
            message.setFrom(new InternetAddress(settings.from()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
            message.setSubject(oneLine(subject), "UTF-8");
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Dealscope-Delivery", id);
            message.setText(text, "UTF-8");
            message.saveChanges();
            try (Transport transport = session.getTransport(protocol(settings))) {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.user().isEmpty() ? null : settings.user(),
                        settings.user().isEmpty() ? null : settings.password());
                transport.sendMessage(message, message.getAllRecipients());
            }
            return Attempt.taken(250);
        } catch (AuthenticationFailedException e) {
            return Attempt.failed(535, "The mail server does not accept the user or the password.", false);
        } catch (SendFailedException e) {
            return refused(e);
        } catch (MessagingException e) {
            return Attempt.failed(0, "The mail server " + settings.host() + " could not be used: " + words(e), false);
        }
    }

    private static Attempt refused(SendFailedException e) {
        int status = 0;
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException failed) {
                status = failed.getReturnCode();
            } else if (status == 0 && cause instanceof SMTPSendFailedException failed) {
                status = failed.getReturnCode();
            }
        }
        boolean lasting = status >= 500 && status < 600;
        return Attempt.failed(status, "The mail server did not take it: " + words(e), lasting);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private static String words(MessagingException e) {
        Throwable root = e;
        for (Throwable next = next(root); next != null; next = next(root)) {
            root = next;
        }
        String message = oneLine(String.valueOf(root.getMessage()));
        return message.length() <= 200 ? message : message.substring(0, 200) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String subject(Alert alert, List<AlertEvent> events) {
        String first = alert.name() + ": " + AlertText.title(events.getFirst());
        String whole = events.size() == 1 ? first : first + " and " + (events.size() - 1) + " more";
        return whole.length() <= LONGEST_SUBJECT ? whole : whole.substring(0, LONGEST_SUBJECT) + "…";
    }

    private String body(Alert alert, List<AlertEvent> events) {
        StringBuilder text = new StringBuilder();
        for (AlertEvent event : events) {
            text.append(oneLine(AlertText.title(event)))
                    .append("\n  ")
                    .append(oneLine(AlertText.what(event)))
                    .append("\n  ")
                    .append(site)
                    .append(Links.deal(event.dealId()))
                    .append("\n  id ")
                    .append(event.id())
                    .append("\n\n");
        }
        return text + foot(alert);
    }

    private String foot(Alert alert) {
        return "-- \nAlert: " + oneLine(alert.name()) + "\nQuery: " + oneLine(alert.query()) + "\nChange or stop it: "
                + site + "/alerts\n";
    }

    /** A message that keeps the id it is given. */
    private static final class Identified extends MimeMessage {
        private final String id;
        private final String from;

        Identified(Session session, String id, String from) {
            super(session);
            this.id = id;
            this.from = from;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
        }
    }
}
