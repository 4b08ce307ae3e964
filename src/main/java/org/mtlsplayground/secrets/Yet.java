package org.mtlsplayground.secrets;

import java.util.Optional;

/** What is still to be written. */
final class Yet {
    private Yet() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <T> T to() {
        return Optional.<T>empty().orElseThrow();
    }
}
