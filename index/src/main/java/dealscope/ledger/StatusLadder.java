package dealscope.ledger;

import dealscope.deal.Status;
import dealscope.deal.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a deal got where it is: talks, reported, announced, closed, each with the first article that put it there. A
 * deal never steps down; "cancelled" ends it, and only a later article about it revives it. Retellings count when they
 * say that it was closed or cancelled, or when there is nothing else.
 */
record StatusLadder(List<StatusChange> history) {
    /** Articles without a date stand where they were read, the latest that they can have been written. */
    private static final Comparator<Told> BY_TIME = Comparator.comparing(StatusLadder::time)
            .thenComparing(told -> told.id().articleId())
            .thenComparing(told -> told.id().ordinal());

    static StatusLadder of(List<Told> members) {
        boolean background = members.stream().noneMatch(Told::main);
        List<StatusChange> history = new ArrayList<>();
        for (Told told :
                members.stream().filter(each -> !each.echo()).sorted(BY_TIME).toList()) {
            Status status = told.report().status();
            boolean heard = background || told.main() || status == Status.CLOSED || status == Status.CANCELLED;
            if (heard && (history.isEmpty() || moves(history.getLast(), told))) {
                history.add(new StatusChange(
                        status, told.article().published(), told.id().articleId()));
            }
        }
        return new StatusLadder(history);
    }

    private static boolean moves(StatusChange last, Told told) {
        Status next = told.report().status();
        if (last.status() == Status.CANCELLED) {
            Instant published = told.published();
            return told.main()
                    && next != Status.CANCELLED
                    && last.at() != null
                    && published != null
                    && published.isAfter(last.at());
        }
        return next.compareTo(last.status()) > 0;
    }

    private static Instant time(Told told) {
        Instant published = told.published();
        return published == null ? told.article().seen() : published;
    }

    Status status() {
        return history.isEmpty() ? Status.REPORTED : history.getLast().status();
    }
}
