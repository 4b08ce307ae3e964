package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * One of the things in a file among which a user chooses: a private key with its certificate, or, in a file without a
 * key, an entry of a key store.
 *
 * @param number its place among the options, from 1
 * @param alias its name in a key store; empty elsewhere, and where it has none
 * @param hasKey whether it is, or goes with, a private key
 * @param key kind and size of the private key, {@code RSA 2048}; empty if it is closed and has no certificate, or there is none
 * @param certificate the certificate that goes with it, if one does
 */
public record EntryOption(
        int number, String alias, boolean hasKey, String key, Optional<X509Certificate> certificate) {}
