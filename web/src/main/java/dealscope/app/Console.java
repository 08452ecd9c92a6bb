package dealscope.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the program says to the person at the keyboard, on standard error: standard output is for results alone. A
 * progress line is drawn over itself on a terminal, and written once in a while elsewhere. Safe for many threads.
 */
final class Console {
    private static final int BAR = 24;
    private static final int WIDTH = 79;
    private static final long QUIET_MILLIS = 5_000;
    private static final char ESCAPE = '\u001b';
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintStream err;
    private final boolean terminal;
    private long lastLine;
    private boolean drawn;

    Console(PrintStream err) {
        this(err, isTerminal());
    }

    Console(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether standard error is one that can draw over a line; Java itself knows only of standard input and output. */
    private static boolean isTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return isConsole();
        }
    }

    /** {@code Console.isTerminal()} exists from Java 22 on, where a console may be there without a terminal. */
    private static boolean isConsole() {
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

    /** Shows how far the work has got; may be called as often as one likes. */
    synchronized void progress(int done, int of, String what) {
        if (terminal) {
            int filled = of == 0 ? 0 : (int) Math.min(BAR, (long) BAR * done / of);
            String line = "[%s%s] %s".formatted("#".repeat(filled), ".".repeat(BAR - filled), what);
            err.printf(Locale.ROOT, "\r%s%c[K", line.substring(0, Math.min(WIDTH, line.length())), ESCAPE);
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

    /** Takes the bar away. */
    synchronized void clear() {
        if (drawn) {
            err.print("\r" + ESCAPE + "[K");
            err.flush();
            drawn = false;
        }
    }
}
