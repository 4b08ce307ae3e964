package org.mtlsplayground.secrets;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One HMAC of the JDK, looked up once: each use works on a copy, as a look-up costs more than a short MAC. Immutable; the
 * secrets are the callers'.
 */
final class Hmac {
    private static final String RAW = "RAW";

    private static final Map<String, Hmac> ALL = Stream.of("HmacSHA256", "HmacSHA384", "HmacSHA1", "HmacMD5")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Hmac::new));

    private final String algorithm;
    private final Mac prototype;

    private Hmac(String algorithm) {
        this.algorithm = algorithm;
        try {
            prototype = Mac.getInstance(algorithm);
            prototype.init(new SecretKeySpec(new byte[1], RAW));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK lacks " + algorithm, e);
        }
    }

    /** That of a cipher suite without authenticating cipher, as JCA names it; empty if it is none of RFC 5246's. */
    static Optional<Hmac> named(String algorithm) {
        return Optional.ofNullable(ALL.get(algorithm));
    }

    /** @param hash as JCA names it: {@code SHA-256} or {@code SHA-384} */
    static Hmac ofHash(String hash) {
        return ALL.get(hash.equals("SHA-384") ? "HmacSHA384" : "HmacSHA256");
    }

    /** Length of a MAC in bytes. */
    int length() {
        return prototype.getMacLength();
    }

    /** A MAC under that key, for one thread and any number of messages. */
    Mac keyed(byte[] key) {
        try {
            Mac mac = (Mac) prototype.clone();
            // An empty key is the key of zeros that HMAC pads it to anyway (RFC 2104 §2); JCA refuses it.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, RAW));
            return mac;
        } catch (CloneNotSupportedException | InvalidKeyException e) {
            throw new IllegalStateException("The JDK's " + algorithm + " cannot be used", e);
        }
    }
}
