package org.mtlsplayground.outside;

import java.util.Optional;

/** The files of a certificate and its key, as outside programs want them. */
interface PemFiles {
    /** The certificate’s file, with the CAs above it. */
    String certificate();

    /** The key’s file. */
    String key();

    /** A file of the CAs above it alone, for programs that take no more than the first certificate of the other one. */
    default Optional<String> above() {
        return Optional.empty();
    }
}
