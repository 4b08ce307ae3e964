package org.mtlsplayground.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Primitive;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.ca.WrongInput.Why;
import org.mtlsplayground.pki.Identity;

/** Finds what can't be written as it was asked for. Odd things that can be written are let through: they are lessons. */
final class InputRules {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 9999;
    /** RFC 5280 §4.1.2.2. */
    private static final int LONGEST_SERIAL = 20;

    private final List<WrongInput> found = new ArrayList<>();

    private final NewCertificate certificate;

    private InputRules(NewCertificate certificate) {
        this.certificate = certificate;
    }

    /** As a certificate that its issuer signs, or else itself. */
    static List<WrongInput> ofCertificate(NewCertificate certificate) {
        boolean selfSigned = certificate.issuer == null;
        InputRules rules = new InputRules(certificate);
        rules.check(selfSigned);
        if (selfSigned && certificate.key.isPublicOnly()) {
            rules.add(Field.ISSUER, Why.NOBODY_TO_SIGN, "");
        } else if (selfSigned) {
            rules.signature(certificate.key::makes);
        } else {
            rules.signature(algorithm -> algorithm.fits(certificate.issuer.key()));
            if (isNameless(certificate.issuer)) {
                rules.add(Field.ISSUER, Why.NOBODY, "");
            }
        }
        return rules.found;
    }

    /** As a request, which its own key signs. */
    static List<WrongInput> ofRequest(NewCertificate certificate) {
        InputRules rules = new InputRules(certificate);
        rules.check(false);
        if (certificate.key.isPublicOnly()) {
            rules.add(Field.KEY, Why.NO_PRIVATE_KEY, "");
        } else {
            rules.signature(certificate.key::makes);
        }
        return rules.found;
    }

    /** As one that a CA signs which is yet to be made, with its key at hand. */
    static List<WrongInput> inChain(NewCertificate certificate, Predicate<SignatureAlgorithm> issuerMakes) {
        InputRules rules = new InputRules(certificate);
        rules.check(false);
        rules.signature(issuerMakes);
        if (certificate.key.isPublicOnly()) {
            rules.add(Field.KEY, Why.NO_PRIVATE_KEY, "");
        }
        return rules.found;
    }

    private void check(boolean selfSigned) {
        // An issuer must have a name (RFC 5280 §4.1.2.4), and so must a CA (§4.1.2.6).
        names(certificate.subject, certificate.extensions, selfSigned || certificate.extensions.authority);
        texts(certificate.extensions);
        validity(certificate.notBefore, certificate.notAfter);
        serial(certificate.serial);
    }

    private static boolean isNameless(Identity issuer) {
        return issuer.leaf().getSubjectX500Principal().getName().isEmpty();
    }

    private void names(SubjectName subject, WantedExtensions wanted, boolean subjectNeeded) {
        found.addAll(subject.problems());
        if (subject.isEmpty() && (subjectNeeded || wanted.names.isEmpty())) {
            add(Field.SUBJECT, Why.NOBODY, "");
        }
        names(Field.ALTERNATIVE_NAME, wanted.names, AlternativeName::problem);
        names(Field.NAME_CONSTRAINT, wanted.permitted, AlternativeName::problemAsConstraint);
        names(Field.NAME_CONSTRAINT, wanted.excluded, AlternativeName::problemAsConstraint);
    }

    private void texts(WantedExtensions wanted) {
        oids(Field.EXTENDED_KEY_USAGE, wanted.purposes);
        oids(Field.POLICY, wanted.policies);
        uris(Field.CRL_POINT, wanted.crlPoints);
        uris(Field.OCSP, wanted.ocspResponders);
        uris(Field.CA_ISSUERS, wanted.caIssuers);
        if (!NameRules.isAscii(wanted.comment)) {
            add(Field.COMMENT, Why.NOT_ASCII, wanted.comment);
        }
        if (wanted.pathLength >= 0 && !wanted.authority) {
            add(Field.PATH_LENGTH, Why.ONLY_FOR_A_CA, String.valueOf(wanted.pathLength));
        }
        others(wanted.others);
    }

    private void validity(Instant notBefore, Instant notAfter) {
        for (Instant time : List.of(notBefore, notAfter)) {
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                add(Field.VALIDITY, Why.YEAR_OUT_OF_RANGE, time.toString());
            }
        }
        if (notAfter.isBefore(notBefore)) {
            add(Field.VALIDITY, Why.ENDS_BEFORE_IT_BEGINS, notAfter.toString());
        }
    }

    private void serial(BigInteger serial) {
        if (serial != null && serial.signum() <= 0) {
            add(Field.SERIAL, Why.NOT_POSITIVE, serial.toString());
        } else if (serial != null && serial.toByteArray().length > LONGEST_SERIAL) {
            add(Field.SERIAL, Why.TOO_LONG, serial.toString());
        }
    }

    private void signature(Predicate<SignatureAlgorithm> makes) {
        SignatureAlgorithm algorithm = certificate.signature;
        if (algorithm != null && !makes.test(algorithm)) {
            add(Field.SIGNATURE, Why.NOT_FOR_THIS_KEY, algorithm.name());
        }
    }

    private void names(Field field, List<AlternativeName> names, Function<AlternativeName, Optional<Why>> problem) {
        names.forEach(name -> problem.apply(name).ifPresent(why -> add(field, why, name.value())));
    }

    private void oids(Field field, List<String> oids) {
        Set<String> seen = new HashSet<>();
        for (String oid : oids) {
            if (!NameRules.isOid(oid)) {
                add(field, Why.NOT_AN_OID, oid);
            } else if (!seen.add(oid)) {
                add(field, Why.TWICE, oid);
            }
        }
    }

    private void uris(Field field, List<String> uris) {
        uris.forEach(uri -> NameRules.uriProblem(uri).ifPresent(why -> add(field, why, uri)));
    }

    private void others(List<OtherExtension> others) {
        oids(Field.EXTENSION, others.stream().map(OtherExtension::oid).toList());
        for (OtherExtension other : others) {
            byte[] value = HexText.parse(other.hex()).orElse(null);
            if (value == null) {
                add(Field.EXTENSION, Why.NOT_HEX, other.hex());
            } else if (!isDer(value)) {
                add(Field.EXTENSION, Why.NOT_DER, other.hex());
            }
        }
    }

    private static boolean isDer(byte[] value) {
        try {
            return ASN1Primitive.fromByteArray(value) != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private void add(Field field, Why why, String value) {
        found.add(new WrongInput(field, why, value));
    }
}
