package org.mtlsplayground.codepoint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a cipher suite says about it (RFC 5246 appendix C, RFC 8446 appendix B.4).
 *
 * @param keyExchange how the two sides come to a shared secret
 * @param bulk the cipher of the records as the name has it: {@code AES_128_GCM}, {@code CHACHA20_POLY1305}
 * @param hash of the key schedule and of the transcript, as JCA names it: {@code SHA-256}, {@code SHA-384}
 * @param mac of a suite whose cipher does not authenticate, as JCA names it ({@code HmacSHA1}); empty for AEAD
 */
public record SuiteParts(KeyExchange keyExchange, String bulk, String hash, Optional<String> mac) {
    /** The ways to a shared secret that are told apart. */
    public enum KeyExchange {
        /** TLS 1.3: key_share or a pre-shared key, not named by the suite. */
        TLS_1_3,
        RSA,
        DHE,
        ECDHE,
        DH_ANON,
        ECDH_ANON,
        /** Static Diffie-Hellman, pre-shared keys, Kerberos and others, which are not read further. */
        OTHER
    }

    private static final Pattern TLS_1_3 = Pattern.compile("TLS_(AES_\\w+|CHACHA20_POLY1305)_SHA(256|384)");
    private static final Pattern EARLIER = Pattern.compile("TLS_(\\w+?)_WITH_(\\w+?)_(MD5|SHA|SHA256|SHA384)");
    private static final Pattern CCM =
            Pattern.compile("TLS_(?:(\\w+?)_WITH_)?(AES_(?:128|256)_CCM(?:_8)?)(?:_SHA256)?");
    private static final Map<String, KeyExchange> EXCHANGES = Map.of(
            "RSA", KeyExchange.RSA,
            "DHE_RSA", KeyExchange.DHE,
            "DHE_DSS", KeyExchange.DHE,
            "ECDHE_RSA", KeyExchange.ECDHE,
            "ECDHE_ECDSA", KeyExchange.ECDHE,
            "DH_anon", KeyExchange.DH_ANON,
            "ECDH_anon", KeyExchange.ECDH_ANON);

    /** Names are taken apart once. */
    private static final Map<Integer, Optional<SuiteParts>> KNOWN = new ConcurrentHashMap<>();

    /** The parts of a registered suite; empty for numbers without a name and for names of another shape. */
    public static Optional<SuiteParts> of(int cipherSuite) {
        return KNOWN.computeIfAbsent(cipherSuite & 0xffff, SuiteParts::parse);
    }

    private static Optional<SuiteParts> parse(int cipherSuite) {
        String name = CodePoints.cipherSuite(cipherSuite);
        Matcher ccm = CCM.matcher(name);
        if (ccm.matches()) {
            KeyExchange exchange = ccm.group(1) == null ? KeyExchange.TLS_1_3 : exchange(ccm.group(1));
            return Optional.of(new SuiteParts(exchange, ccm.group(2), "SHA-256", Optional.empty()));
        }
        Matcher modern = TLS_1_3.matcher(name);
        if (modern.matches()) {
            return Optional.of(
                    new SuiteParts(KeyExchange.TLS_1_3, modern.group(1), "SHA-" + modern.group(2), Optional.empty()));
        }
        Matcher earlier = EARLIER.matcher(name);
        return earlier.matches() ? Optional.of(earlier(earlier)) : Optional.empty();
    }

    /** RFC 5246 §5: suites that name no hash for the PRF use SHA-256; those of CBC name the MAC's. */
    private static SuiteParts earlier(Matcher name) {
        String bulk = name.group(2);
        boolean aead = bulk.endsWith("_GCM") || bulk.startsWith("CHACHA20");
        String hash = name.group(3).equals("SHA384") ? "SHA-384" : "SHA-256";
        String mac = name.group(3).equals("SHA") ? "HmacSHA1" : "Hmac" + name.group(3);
        return new SuiteParts(exchange(name.group(1)), bulk, hash, aead ? Optional.empty() : Optional.of(mac));
    }

    private static KeyExchange exchange(String name) {
        return EXCHANGES.getOrDefault(name, KeyExchange.OTHER);
    }

    /** Length of the hash's output in bytes. */
    public int hashLength() {
        return hash.equals("SHA-384") ? 48 : 32;
    }
}
