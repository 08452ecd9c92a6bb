package dealscope.store;

import org.jspecify.annotations.Nullable;

/** The store cannot do what was asked; the message says why and what to do, and holds no password. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
