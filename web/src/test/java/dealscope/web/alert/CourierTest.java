package dealscope.web.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dealscope.alert.Alert;
import dealscope.alert.AlertEvent;
import dealscope.alert.AlertEvent.Kind;
import dealscope.alert.DealFacts;
import dealscope.alert.Delivery;
import dealscope.alert.Delivery.Channel;
import dealscope.alert.Delivery.State;
import dealscope.deal.Company;
import dealscope.deal.DealType;
import dealscope.deal.Money;
import dealscope.deal.Qualifier;
import dealscope.deal.Status;
import dealscope.fetch.AddressGuard;
import dealscope.fetch.FetchSettings;
import dealscope.fetch.HttpPost;
import dealscope.fetch.Resolver;
import dealscope.fetch.Routes;
import dealscope.store.AlertStore;
import dealscope.store.Store;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to a real HTTP receiver and a real mail server. */
class CourierTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private Receiver receiver;
    private GreenMail mail;
    private Store store;
    private Courier courier;
    private String secret;

    @BeforeEach
    void start() {
        receiver = new Receiver();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        open(List.of("127.0.0.1"));
    }

    private void open(List<String> allowed) {
        store = Store.open("jdbc:sqlite:" + folder.resolve("store.db"), new dealscope.ledger.Resolver(), () -> now);
        HttpPost post = new HttpPost(
                FetchSettings.defaults().withDeadline(Duration.ofSeconds(5)),
                new AddressGuard(allowed),
                Routes.none(),
                Resolver.system(),
                () -> now);
        MailSettings settings = new MailSettings(
                "127.0.0.1", mail.getSmtp().getPort(), MailSettings.Security.NONE, "", "", "deals@example.com");
        courier = new Courier(
                store, post, new Mailer(settings, "https://deals.example"), "https://deals.example", () -> now);
    }

    @AfterEach
    void stop() {
        courier.close();
        store.close();
        receiver.close();
        mail.stop();
    }

    private void alert(String id, String webhook, String email) {
        secret = WebhookSignature.newSecret();
        store.alerts().save(new Alert(id, "Large deals", "value:>=1bn", false, webhook, email, false, now), secret);
    }

    private static DealFacts facts(long billions, Qualifier qualifier, Status status) {
        BigDecimal amount = BigDecimal.valueOf(billions).movePointRight(9);
        return new DealFacts(
                DealType.COMPUTE,
                List.of(new Company("openai", "OpenAI")),
                List.of(new Company("oracle", "Oracle")),
                new Money("words", "USD", amount, amount, null, qualifier, amount, false),
                null,
                List.of(),
                null,
                null,
                null,
                status,
                null);
    }

    private AlertEvent changed(String id) {
        return new AlertEvent(
                id,
                "a-1",
                Kind.CHANGED,
                "openai-oracle-compute-2026-05",
                null,
                now,
                facts(10, Qualifier.EXACT, Status.REPORTED),
                facts(10, Qualifier.AT_MOST, Status.ANNOUNCED));
    }

    private void happens(AlertEvent... events) {
        AlertStore.Pending pending = store.alerts().pending(9);
        assertTrue(store.alerts()
                .note(new AlertStore.Pending(pending.from(), pending.from() + 1, List.of()), List.of(events)));
    }

    private Delivery last() {
        return store.alerts().deliveries("a-1", 1).getFirst();
    }

    @Test
    void anEventIsPostedSignedAndSaysWhatChanged() throws Exception {
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        assertEquals(1, courier.run());
        Receiver.Got got = receiver.got().getFirst();
        assertEquals("application/json", got.contentType());
        assertEquals("e-1", got.id());
        assertEquals(now.getEpochSecond(), Long.parseLong(got.timestamp()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = (got.id() + "." + got.timestamp() + "." + got.body()).getBytes(StandardCharsets.UTF_8);
        assertEquals("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)), got.signature());
        JsonNode json = JSON.readTree(got.body());
        assertEquals("deal.changed", json.get("type").asText());
        assertEquals(
                "value $10bn → up to $10bn, status reported → announced",
                json.get("words").asText());
        assertEquals(
                "https://deals.example/deals/openai-oracle-compute-2026-05",
                json.get("url").asText());
        assertEquals("at_most", json.at("/after/value/qualifier").asText());
        assertEquals(State.SENT, last().state());
        assertEquals(0, courier.run(), "it is done");
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterWithTheSameIdUntilItIs() {
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        receiver.answer(500);
        receiver.answer(302, "Location", "http://127.0.0.1:1/");
        courier.run();
        assertEquals(State.WAITING, last().state());
        assertTrue(last().reason().contains("500"), last().reason());
        assertTrue(last().next().isAfter(now));
        courier.run();
        assertEquals(1, receiver.got().size(), "not before its time");
        now = last().next();
        courier.run();
        assertTrue(last().reason().contains("moved"), last().reason());
        now = last().next();
        assertEquals(1, courier.run());
        assertEquals(3, last().tries());
        assertNull(last().reason());
        assertEquals(
                List.of("e-1", "e-1", "e-1"),
                receiver.got().stream().map(Receiver.Got::id).toList());
    }

    @Test
    void aReceiverThatAsksForTimeGetsItAndOneThatIsGoneIsLeftAlone() {
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        receiver.answer(429, "Retry-After", "7200");
        courier.run();
        assertEquals(now.plusSeconds(7200), last().next());
        now = last().next();
        receiver.answer(410);
        courier.run();
        assertEquals(State.FAILED, last().state());
        assertNull(last().next());
    }

    @Test
    void itIsGivenUpAfterSomeDays() {
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        Instant began = now;
        while (last().state() == State.WAITING) {
            receiver.answer(503);
            now = last().next();
            courier.run();
        }
        assertEquals(State.FAILED, last().state());
        assertEquals(10, last().tries());
        Duration took = Duration.between(began, now);
        assertTrue(took.toDays() >= 2 && took.toDays() <= 4, took.toString());
    }

    @Test
    void anEndInTheMiddleDeliversAgainWithTheSameId() {
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        assertEquals(1, store.alerts().take(9, Duration.ofMinutes(5)).size()); // and then the program was killed
        courier.close();
        store.close();
        open(List.of("127.0.0.1"));
        assertEquals(0, courier.run());
        now = now.plus(Duration.ofMinutes(6));
        assertEquals(1, courier.run());
        assertEquals("e-1", receiver.got().getFirst().id());
    }

    @Test
    void aPrivateAddressIsNeverPostedToUnlessASettingAllowsIt() {
        courier.close();
        store.close();
        open(List.of());
        alert("a-1", receiver.url(), null);
        happens(changed("e-1"));
        courier.run();
        assertEquals(State.FAILED, last().state());
        assertTrue(last().reason().contains("not on the public internet"), last().reason());
        assertEquals(List.of(), receiver.got());
    }

    @Test
    void mailGathersEventsAndNamesEachWithItsIdAndWhatChanged() throws Exception {
        alert("a-1", null, "ada@example.com");
        happens(changed("e-1"));
        happens(changed("e-2"));
        assertEquals(0, courier.run(), "more may come");
        now = now.plus(AlertStore.MAIL_WAIT);
        assertEquals(1, courier.run());
        MimeMessage message = mail.getReceivedMessages()[0];
        assertEquals(1, mail.getReceivedMessages().length);
        assertEquals("ada@example.com", message.getAllRecipients()[0].toString());
        assertEquals("<e-1-m@example.com>", message.getMessageID());
        assertTrue(message.getSubject().startsWith("Large deals: Changed: OpenAI → Oracle"), message.getSubject());
        assertTrue(message.getSubject().endsWith("and 1 more"), message.getSubject());
        String body = message.getContent().toString();
        assertTrue(body.contains("value $10bn → up to $10bn, status reported → announced"), body);
        assertTrue(body.contains("https://deals.example/deals/openai-oracle-compute-2026-05"), body);
        assertTrue(body.contains("id e-1") && body.contains("id e-2"), body);
        assertEquals("auto-generated", message.getHeader("Auto-Submitted")[0]);
    }

    @Test
    void aMailServerThatIsAwayOrRefusesIsAReasonInWordsAndTriedAgain() {
        alert("a-1", null, "ada@example.com");
        happens(changed("e-1"));
        now = now.plus(AlertStore.MAIL_WAIT);
        mail.stop();
        courier.run();
        assertEquals(State.WAITING, last().state());
        assertTrue(last().reason().contains("could not be used"), last().reason());
        assertFalse(last().reason().contains("\n"));
    }

    @Test
    void hostileWordsStayInTheirLineOfAMail() throws Exception {
        store.alerts()
                .save(
                        new Alert("a-1", "x\r\nBcc: eve@example.com", "", false, null, "ada@example.com", false, now),
                        null);
        happens(changed("e-1"));
        now = now.plus(AlertStore.MAIL_WAIT);
        courier.run();
        MimeMessage message = mail.getReceivedMessages()[0];
        assertEquals(1, message.getAllRecipients().length);
        assertNull(message.getHeader("Bcc"));
        assertTrue(GreenMailUtil.getHeaders(message).contains("Subject"), "it is there");
    }

    @Test
    void aTestGoesOutAtOnceByEveryWayAndIsKept() throws Exception {
        alert("a-1", receiver.url(), "ada@example.com");
        List<Delivery> done = courier.test(store.alerts().byId("a-1").orElseThrow());
        assertEquals(
                List.of(Channel.WEBHOOK, Channel.EMAIL),
                done.stream().map(Delivery::channel).toList());
        assertTrue(done.stream().allMatch(each -> each.state() == State.SENT && each.isTest()), done.toString());
        assertEquals(
                "test",
                JSON.readTree(receiver.got().getFirst().body()).get("type").asText());
        assertTrue(mail.getReceivedMessages()[0].getSubject().startsWith("Test of the alert"));
        assertEquals(2, store.alerts().deliveries("a-1", 9).size());
        assertNotEquals(done.get(0).id(), done.get(1).id());
    }

    @Test
    void secretsAndPasswordsAreInNoText() {
        String shown =
                new MailSettings("h", 25, MailSettings.Security.TLS, "user", "hunter2", "a@b.example").toString();
        assertFalse(shown.contains("hunter2"), shown);
        assertFalse(WebhookSignature.newSecret().equals(WebhookSignature.newSecret()));
    }
}
