package org.mtlsplayground.cli;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.OtherExtension;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** What a certificate or a request shall say, where it differs from the usual. */
final class WishOptions {
    @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "cli.issue.subject")
    private String subject;

    @Option(names = "--san", paramLabel = "NAME", split = ",", descriptionKey = "cli.issue.san")
    private List<String> names = List.of();

    @Option(names = "--only-these-names", descriptionKey = "cli.issue.onlyThese")
    private boolean onlyThese;

    @Option(
            names = "--key-kind",
            paramLabel = "KIND",
            converter = IssueWords.Key.class,
            descriptionKey = "cli.issue.keyKind")
    private KeyKind keyKind;

    @Option(
            names = "--signature",
            paramLabel = "ALGORITHM",
            converter = IssueWords.Signature.class,
            descriptionKey = "cli.issue.signature")
    private SignatureAlgorithm signature;

    @Option(names = "--days", paramLabel = "NUMBER", descriptionKey = "cli.issue.days")
    private Integer days;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = IssueWords.Moment.class,
            descriptionKey = "cli.issue.from")
    private Instant from;

    @Option(names = "--to", paramLabel = "DATE", converter = IssueWords.Moment.class, descriptionKey = "cli.issue.to")
    private Instant to;

    @Option(names = "--serial", paramLabel = "HEX", descriptionKey = "cli.issue.serial")
    private String serial;

    @Option(
            names = "--key-usage",
            paramLabel = "USE",
            split = ",",
            converter = IssueWords.Use.class,
            descriptionKey = "cli.issue.keyUsage")
    private List<KeyUse> keyUses;

    @Option(
            names = "--extended-key-usage",
            paramLabel = "USE",
            split = ",",
            converter = IssueWords.ExtendedUse.class,
            descriptionKey = "cli.issue.extendedKeyUsage")
    private List<String> purposes;

    @Option(names = "--is-ca", arity = "1", paramLabel = "true|false", descriptionKey = "cli.issue.isCa")
    private Boolean isCa;

    @Option(names = "--path-length", paramLabel = "NUMBER", descriptionKey = "cli.issue.pathLength")
    private Integer pathLength;

    @Option(names = "--permit", paramLabel = "NAME", split = ",", descriptionKey = "cli.issue.permit")
    private List<String> permitted = List.of();

    @Option(names = "--exclude", paramLabel = "NAME", split = ",", descriptionKey = "cli.issue.exclude")
    private List<String> excluded = List.of();

    @Option(names = "--crl-url", paramLabel = "URL", descriptionKey = "cli.issue.crlUrl")
    private List<String> crls = List.of();

    @Option(names = "--ocsp-url", paramLabel = "URL", descriptionKey = "cli.issue.ocspUrl")
    private List<String> responders = List.of();

    @Option(names = "--ca-issuers-url", paramLabel = "URL", descriptionKey = "cli.issue.caIssuersUrl")
    private List<String> caIssuers = List.of();

    @Option(names = "--policy", paramLabel = "OID", descriptionKey = "cli.issue.policy")
    private List<String> policies = List.of();

    @Option(names = "--must-staple", descriptionKey = "cli.issue.mustStaple")
    private boolean mustStaple;

    @Option(names = "--comment", paramLabel = "TEXT", descriptionKey = "cli.issue.comment")
    private String comment;

    @Option(
            names = "--extension",
            paramLabel = "OID=[critical,]HEX",
            converter = IssueWords.Other.class,
            descriptionKey = "cli.issue.extension")
    private List<OtherExtension> others = List.of();

    @Option(
            names = "--without",
            paramLabel = "EXTENSION",
            converter = IssueWords.Extension.class,
            descriptionKey = "cli.issue.without")
    private List<StandardExtension> without = List.of();

    @Option(
            names = "--critical",
            paramLabel = "EXTENSION",
            converter = IssueWords.Extension.class,
            descriptionKey = "cli.issue.critical")
    private List<StandardExtension> critical = List.of();

    @Option(
            names = "--not-critical",
            paramLabel = "EXTENSION",
            converter = IssueWords.Extension.class,
            descriptionKey = "cli.issue.notCritical")
    private List<StandardExtension> notCritical = List.of();

    /**
     * Makes the certificate that is asked for out of the usual one.
     *
     * @param usualDays how long it is valid if only its beginning is said
     */
    void on(NewCertificate certificate, Instant now, int usualDays) throws WrongUseException {
        if (subject != null) {
            certificate.subject(subject);
        }
        if (onlyThese) {
            certificate.withoutNames();
        }
        names.forEach(name -> certificate.name(AlternativeName.of(name)));
        if (keyKind != null) {
            certificate.key(keyKind);
        }
        if (signature != null) {
            certificate.signature(signature);
        }
        dates(certificate, now, usualDays);
        if (serial != null) {
            certificate.serial(number(serial));
        }
        uses(certificate);
        permitted.forEach(name -> certificate.permit(AlternativeName.of(name)));
        excluded.forEach(name -> certificate.exclude(AlternativeName.of(name)));
        crls.forEach(certificate::crl);
        responders.forEach(certificate::ocsp);
        caIssuers.forEach(certificate::caIssuers);
        policies.forEach(certificate::policy);
        if (mustStaple) {
            certificate.mustStaple(true);
        }
        if (comment != null) {
            certificate.comment(comment);
        }
        others.forEach(certificate::extension);
        without.forEach(certificate::without);
        critical.forEach(extension -> certificate.critical(extension, true));
        notCritical.forEach(extension -> certificate.critical(extension, false));
    }

    private void dates(NewCertificate certificate, Instant now, int usualDays) throws WrongUseException {
        if (days != null && to != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--days", "--to"));
        }
        if (days == null && from == null && to == null) {
            return;
        }
        Instant counted = from != null ? from : now;
        // A day before, where the clock of whoever looks at it is slow.
        Instant start = from != null ? from : now.minus(Duration.ofDays(1));
        certificate.valid(start, to != null ? to : counted.plus(Duration.ofDays(days != null ? days : usualDays)));
    }

    private void uses(NewCertificate certificate) {
        if (isCa != null) {
            certificate.authority(isCa);
        }
        if (pathLength != null) {
            certificate.pathLength(pathLength);
        }
        if (keyUses != null) {
            certificate.keyUses(keyUses.toArray(KeyUse[]::new));
        }
        if (purposes != null) {
            certificate.purposes();
            purposes.forEach(certificate::purpose);
        }
    }

    private static BigInteger number(String hex) throws WrongUseException {
        String digits = hex.replace(":", "");
        if (!digits.matches("[0-9A-Fa-f]{1,64}")) {
            throw new WrongUseException(Messages.get("cli.wrong.serial", hex));
        }
        return new BigInteger(digits, 16);
    }
}
