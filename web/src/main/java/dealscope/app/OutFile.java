package dealscope.app;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Where a command that exports writes to: the FILE of its command line, else standard output. */
final class OutFile {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: standard output.")
    @Nullable
    Path file;

    /**
     * Opens it, buffered. Closing writes what is left, and leaves standard output open.
     *
     * @throws UsageException when the file cannot be written
     */
    OutputStream open() {
        if (file == null) {
            return new BufferedOutputStream(new Kept(System.out));
        }
        try {
            return new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UsageException("cannot write " + file);
        }
    }

    /** A stream that is flushed at the end, not closed. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
