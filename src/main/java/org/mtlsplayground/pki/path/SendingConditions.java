package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.path.Sending.Condition;
import org.mtlsplayground.pki.path.Sending.Condition.Kind;
import org.mtlsplayground.pki.path.Sending.Condition.Reason;
import org.mtlsplayground.pki.path.Step.Status;

/** Explains by conditions of our own what a client sends. */
final class SendingConditions {
    private static final String TLS_1_3 = "TLSv1.3";

    private final List<Condition> conditions = new ArrayList<>();

    private SendingConditions() {}

    /** Where nothing has to be found out. */
    static Sending without(Optional<Identity> identity, boolean asked) {
        SendingConditions all = new SendingConditions();
        all.add(Kind.ASKED, asked, asked ? Reason.ASKED : Reason.NOT_ASKED);
        all.add(Kind.IDENTITY, identity.isPresent(), identity.isPresent() ? Reason.PRESENT : Reason.ABSENT);
        for (Kind kind : List.of(Kind.KEY_KIND, Kind.KEY_TYPE, Kind.SIGNATURE_SCHEME, Kind.ISSUER_NAMED)) {
            all.add(kind, Status.NOT_REACHED, Reason.NOT_REACHED);
        }
        return new Sending(false, List.of(), all.conditions);
    }

    static Sending of(Identity identity, boolean jdkChooses, Request request) {
        SendingConditions all = new SendingConditions();
        all.add(Kind.ASKED, true, Reason.ASKED);
        all.add(Kind.IDENTITY, true, Reason.PRESENT);
        all.keyKind(identity);
        all.keyType(identity, request);
        all.signatureScheme(identity, request);
        all.issuerNamed(identity, jdkChooses, request);
        boolean met = all.conditions.stream().noneMatch(condition -> condition.status() == Status.FAILS);
        if (met != request.sent()) {
            all.add(Kind.JDK, request.sent(), request.sent() ? Reason.JDK_SENDS : Reason.JDK_KEEPS_BACK);
        }
        return new Sending(request.sent(), names(request.issuers()), all.conditions);
    }

    private void keyKind(Identity identity) {
        String certificate = kind(identity.leaf().getPublicKey().getAlgorithm());
        String key = kind(identity.key().getAlgorithm());
        if (certificate.equals(key)) {
            add(Kind.KEY_KIND, true, Reason.SAME_KIND, key);
        } else {
            add(Kind.KEY_KIND, false, Reason.OTHER_KIND, certificate, key);
        }
    }

    /** EdDSA has several names in the JDK. */
    private static String kind(String algorithm) {
        return Set.of("Ed25519", "Ed448").contains(algorithm) ? "EdDSA" : algorithm;
    }

    private void keyType(Identity identity, Request request) {
        String type = kind(identity.leaf().getPublicKey().getAlgorithm());
        // JSSE may add how the certificate is to be signed: EC_RSA.
        boolean taken = request.keyTypes().stream()
                .map(asked -> kind(asked.split("_", 2)[0]))
                .anyMatch(type::equals);
        add(
                Kind.KEY_TYPE,
                taken,
                taken ? Reason.TYPE_TAKEN : Reason.TYPE_NOT_TAKEN,
                type,
                String.join(", ", request.keyTypes()));
    }

    private void signatureScheme(Identity identity, Request request) {
        String fitting = request.schemes().stream()
                .filter(scheme -> canMake(scheme, identity, request.protocol()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (fitting.isEmpty()) {
            add(Kind.SIGNATURE_SCHEME, false, Reason.NO_SCHEME_FITS, String.join(", ", request.schemes()));
        } else {
            add(Kind.SIGNATURE_SCHEME, true, Reason.SCHEME_FITS, fitting);
        }
    }

    /** By the JDK's names of schemes. TLS 1.3 ties a hash to each curve, and takes RSA by PSS alone (RFC 8446 §4.2.3). */
    private static boolean canMake(String scheme, Identity identity, String protocol) {
        String algorithm = identity.leaf().getPublicKey().getAlgorithm();
        boolean tls13 = protocol.equals(TLS_1_3);
        if (identity.leaf().getPublicKey() instanceof ECKey key) {
            int bits = key.getParams().getOrder().bitLength();
            String hash = bits <= 256 ? "SHA256" : bits <= 384 ? "SHA384" : "SHA512";
            return scheme.endsWith("withECDSA") && (!tls13 || scheme.startsWith(hash));
        }
        return switch (algorithm) {
            case "RSA" -> scheme.equals("RSASSA-PSS") || (!tls13 && scheme.endsWith("withRSA"));
            case "RSASSA-PSS" -> scheme.equals("RSASSA-PSS");
            case "EdDSA" ->
                identity.leaf().getPublicKey() instanceof EdECKey key
                        && scheme.equals(key.getParams().getName());
            default -> scheme.equals(algorithm);
        };
    }

    private void issuerNamed(Identity identity, boolean jdkChooses, Request request) {
        List<X500Principal> own = identity.chain().stream()
                .map(X509Certificate::getIssuerX500Principal)
                .distinct()
                .toList();
        Optional<X500Principal> named =
                own.stream().filter(request.issuers()::contains).findFirst();
        if (request.issuers().isEmpty()) {
            add(Kind.ISSUER_NAMED, true, Reason.ANY_ISSUER);
        } else if (named.isPresent()) {
            add(Kind.ISSUER_NAMED, true, Reason.ISSUER_NAMED, name(named.get()));
        } else {
            add(
                    Kind.ISSUER_NAMED,
                    jdkChooses ? Status.FAILS : Status.NOT_APPLICABLE,
                    jdkChooses ? Reason.ISSUER_NOT_NAMED : Reason.LIST_IGNORED,
                    String.join(", ", names(own)),
                    String.join(", ", names(request.issuers())));
        }
    }

    private static List<String> names(List<X500Principal> principals) {
        return principals.stream().map(SendingConditions::name).toList();
    }

    private static String name(X500Principal principal) {
        return CertificateDescription.distinguishedName(principal.getEncoded()).orElse("");
    }

    private void add(Kind kind, boolean met, Reason reason, String... values) {
        add(kind, met ? Status.OK : Status.FAILS, reason, values);
    }

    private void add(Kind kind, Status status, Reason reason, String... values) {
        conditions.add(new Condition(kind, status, reason, Stream.of(values).toList()));
    }
}
