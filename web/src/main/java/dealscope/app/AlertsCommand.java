package dealscope.app;

import dealscope.alert.Alert;
import dealscope.alert.Delivery;
import dealscope.store.Store;
import dealscope.web.alert.AlertDesk;
import dealscope.web.alert.AlertWish;
import dealscope.web.alert.BadAlert;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dealscope alerts …}: saved queries that tell of new and changed deals. */
@Command(
        name = "alerts",
        description = "Saved queries that tell of new and changed deals by feed, webhook and e-mail.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AlertsCommand.ListAll.class,
            AlertsCommand.Add.class,
            AlertsCommand.Remove.class,
            AlertsCommand.Test.class
        })
final class AlertsCommand {
    private AlertsCommand() {}

    @Command(
            name = "list",
            description = "Lists the alerts with what became of the last delivery of each.",
            mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Override
        public Integer call() {
            try (Store store = Store.openReadOnly(data.settings().storeUrl())) {
                store.alerts().all().forEach(alert -> System.out.println(line(store, alert)));
            }
            return 0;
        }

        private static String line(Store store, Alert alert) {
            List<Delivery> last = store.alerts().deliveries(alert.id(), 1);
            return String.join(
                    "  ",
                    alert.id(),
                    alert.paused() ? "paused" : "on",
                    FeedsCommand.oneLine(alert.name()),
                    "query \"" + FeedsCommand.oneLine(alert.query()) + "\"",
                    "webhook " + (alert.webhook() == null ? "none" : FeedsCommand.oneLine(alert.webhook())),
                    "email " + (alert.email() == null ? "none" : FeedsCommand.oneLine(alert.email())),
                    last.isEmpty() ? "nothing delivered" : words(last.getFirst()));
        }
    }

    /** {@code webhook sent}, {@code email failed: The mail server …}. */
    private static String words(Delivery delivery) {
        String reason = delivery.reason();
        return delivery.channel().label() + " " + delivery.state().label()
                + (reason == null ? "" : ": " + FeedsCommand.oneLine(reason));
    }

    @Command(name = "add", description = "Adds an alert and prints its id.", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "QUERY", description = "As in the search box: payer:openai value:>=1bn")
        String query = "";

        @Option(names = "--name", description = "Default: the query.")
        String name = "";

        @Option(names = "--webhook", paramLabel = "URL", description = "Where each event is posted, signed.")
        String webhook = "";

        @Option(names = "--email", paramLabel = "ADDRESS", description = "Where events are mailed.")
        String email = "";

        @Option(names = "--background", description = "Deals told only in passing too.")
        boolean background;

        @Option(names = "--dry-run", description = "Says how many deals it would have told of, and adds nothing.")
        boolean dryRun;

        @Override
        public Integer call() throws IOException {
            try (Program program = Program.open(data.settings())) {
                program.catchUp();
                if (dryRun) {
                    long deals = program.alerts().dryRun(query, background);
                    System.out.println(deals + " deals in the last " + AlertDesk.DRY_RUN_DAYS + " days");
                    return 0;
                }
                AlertDesk.Made made = program.alerts().create(new AlertWish(name, query, background, webhook, email));
                System.out.println(made.alert().id());
                if (made.secret() != null) {
                    new Console(System.err)
                            .say("the webhook is signed with this secret, which is shown only now: " + made.secret());
                }
                return 0;
            } catch (BadAlert e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Command(name = "remove", description = "Removes an alert.", mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "ID")
        String id = "";

        @Override
        public Integer call() throws IOException {
            try (Program program = Program.open(data.settings())) {
                if (!program.store().alerts().remove(id)) {
                    throw new UsageException("there is no alert with the id " + id);
                }
                return 0;
            }
        }
    }

    @Command(
            name = "test",
            description = "Sends a test by the alert's webhook and e-mail.",
            mixinStandardHelpOptions = true)
    static final class Test implements Callable<Integer> {
        @Mixin
        DataOptions data = new DataOptions();

        @Parameters(paramLabel = "ID")
        String id = "";

        @Override
        public Integer call() throws IOException {
            try (Program program = Program.open(data.settings())) {
                Alert alert = alert(program);
                if (alert == null) {
                    throw new UsageException("there is no alert with the id " + id);
                }
                List<Delivery> done = program.alerts().test(alert);
                done.forEach(each -> System.out.println(words(each)));
                if (done.isEmpty()) {
                    System.out.println("it has a feed alone: /alerts/" + alert.id() + ".atom");
                }
                return done.stream().allMatch(each -> each.state() == Delivery.State.SENT) ? 0 : 1;
            }
        }

        private @Nullable Alert alert(Program program) {
            return program.store().alerts().byId(id).orElse(null);
        }
    }
}
