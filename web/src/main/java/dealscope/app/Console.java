package dealscope.app;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What the program says to the person at the keyboard, on standard error: standard output is for results alone. A
 * progress line is drawn over itself on a terminal, and written once in a while elsewhere.
 */
final class Console {
    private static final int BAR = 24;
    private static final long QUIET_MILLIS = 5_000;
    private static final char ESCAPE = '\u001b';

    private final PrintStream err;
    private final boolean terminal;
    private long lastLine;
    private boolean drawn;

    Console(PrintStream err) {
        this.err = err;
        this.terminal = isTerminal();
    }

    /** {@code Console.isTerminal()} exists from Java 22 on, where a console may be there without a terminal. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    synchronized void say(String line) {
        clear();
        err.println(line);
    }

    /** Shows how far the work has got. */
    synchronized void progress(int done, int of, String what) {
        if (terminal) {
            int filled = of == 0 ? 0 : (int) Math.min(BAR, (long) BAR * done / of);
            err.printf(Locale.ROOT, "\r[%s%s] %s%c[K", "#".repeat(filled), ".".repeat(BAR - filled), what, ESCAPE);
            err.flush();
            drawn = true;
            return;
        }
        long now = System.nanoTime() / 1_000_000;
        if (now - lastLine >= QUIET_MILLIS || lastLine == 0) {
            lastLine = now;
            err.println(what);
        }
    }

    private void clear() {
        if (drawn) {
            err.print("\r" + ESCAPE + "[K");
            drawn = false;
        }
    }
}
