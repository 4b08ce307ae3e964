package org.mtlsplayground.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.pki.Pem;

/**
 * What OpenSSL says of certificates and keys in PEM files, without a word of ours. Each question is asked once. Thread-safe.
 */
final class OpensslReading {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern ERROR = Pattern.compile("(?m)^error (\\d+) at (\\d+) depth lookup");
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final Pattern ADDRESS = Pattern.compile("URI:(\\S+)");
    private static final Pattern DNS = Pattern.compile("DNS:(\\S+)");
    private static final int MOST_QUESTIONS = 6;

    private final Path folder;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Question, Set<Complaint>> paths = new ConcurrentHashMap<>();
    private final Map<Question, Set<Complaint>> further = new ConcurrentHashMap<>();
    private final Map<Named, Boolean> names = new ConcurrentHashMap<>();
    private final Map<X509Certificate, String> constraints = new ConcurrentHashMap<>();
    private final Map<PrivateKey, String> publicKeys = new ConcurrentHashMap<>();
    private final Map<X509Certificate, String> responders = new ConcurrentHashMap<>();
    private final Map<X509Certificate, List<String>> listAddresses = new ConcurrentHashMap<>();
    private final Map<String, List<X509CRL>> fetched = new ConcurrentHashMap<>();
    private final Map<Asked, Status> statuses = new ConcurrentHashMap<>();

    /** @param folder for its files */
    OpensslReading(Path folder) {
        this.folder = folder;
    }

    /**
     * What is to be judged.
     *
     * @param chain the leaf first, the rest is untrusted
     * @param trust whom the judge trusts; each of them, root or not, ends a path
     * @param ofClient whether it is for a client, else for a server
     * @param revocation whether and where it is looked for
     * @param stapled whether the responder that a server's certificate names is asked by the server
     */
    record Question(
            List<X509Certificate> chain,
            List<X509Certificate> trust,
            boolean ofClient,
            RevocationChecking revocation,
            boolean stapled) {
        Question {
            chain = List.copyOf(chain);
            trust = List.copyOf(trust);
        }

        Question trusting(List<X509Certificate> others) {
            return new Question(chain, others, ofClient, revocation, stapled);
        }

        Question having(List<X509CRL> lists) {
            return new Question(chain, trust, ofClient, revocation.with(lists), stapled);
        }

        Question withoutRevocation() {
            return new Question(chain, trust, ofClient, RevocationChecking.off(), false);
        }
    }

    /** What an OCSP responder says of a certificate. */
    enum Status {
        GOOD,
        REVOKED,
        /** It does not know, or is not there. */
        UNKNOWN,
        /** It is not the one to ask: it won't say, or may not speak for the issuer. */
        UNUSABLE
    }

    private record Asked(X509Certificate certificate, X509Certificate issuer, String responder) {}

    private record Named(X509Certificate leaf, String name) {}

    /** Time has passed, or something was done, that makes another answer likely of a chain of this leaf. */
    void forget(X509Certificate leaf) {
        paths.keySet().removeIf(question -> question.chain().contains(leaf));
        further.keySet().removeIf(question -> question.chain().contains(leaf));
        statuses.keySet().removeIf(asked -> asked.certificate().equals(leaf));
    }

    /** How many times a program was started. */
    int asked() {
        return asked.get();
    }

    /** What it has against a chain; empty if nothing. After some complaints it looks no further. */
    Set<Complaint> complaints(Question question) {
        return paths.computeIfAbsent(question, some -> ask(some, List.of()));
    }

    /** As {@link #complaints}, and what comes to light if one complaint after the other is let pass. */
    Set<Complaint> allComplaints(Question question) {
        return further.computeIfAbsent(question, this::askOn);
    }

    private Set<Complaint> askOn(Question first) {
        Set<Complaint> all = new LinkedHashSet<>(complaints(first));
        List<String> mercy = new ArrayList<>();
        Question question = first;
        Set<Complaint> latest = all;
        for (int i = 0; i < MOST_QUESTIONS; i++) {
            boolean changed = false;
            for (Complaint complaint : latest) {
                String option = switch (complaint.number()) {
                    case Complaint.NOT_YET_VALID, Complaint.EXPIRED -> "-no_check_time";
                    case Complaint.LEAF_KEY_WEAK, Complaint.CA_KEY_WEAK, Complaint.DIGEST_WEAK -> "-auth_level 0";
                    case Complaint.PURPOSE -> "-purpose any";
                    default -> "";
                };
                changed |= !option.isEmpty() && !mercy.contains(option) && mercy.add(option);
                if (isWithoutIssuer(complaint)) {
                    List<X509Certificate> more = new ArrayList<>(question.trust());
                    X509Certificate last = question.chain().get(question.chain().size() - 1);
                    changed |= !more.contains(last) && more.add(last);
                    question = question.trusting(more);
                }
            }
            if (!changed) {
                return all;
            }
            latest = ask(question, mercy);
            all.addAll(latest);
        }
        return all;
    }

    static boolean isWithoutIssuer(Complaint complaint) {
        return switch (complaint.number()) {
            case Complaint.SELF_SIGNED_LEAF, Complaint.SELF_SIGNED_IN_CHAIN, Complaint.NO_LOCAL_ISSUER -> true;
            default -> false;
        };
    }

    private Set<Complaint> ask(Question question, List<String> mercy) {
        String number = String.valueOf(asked.incrementAndGet());
        // Level 1 is what the JDK asks of keys and digests, but for SHA-1.
        List<String> command = new ArrayList<>(List.of("openssl", "verify", "-no-CApath", "-no-CAstore"));
        command.add("-partial_chain");
        if (!mercy.contains("-auth_level 0")) {
            command.addAll(List.of("-auth_level", "1"));
        }
        if (!mercy.contains("-purpose any")) {
            command.addAll(List.of("-purpose", question.ofClient() ? "sslclient" : "sslserver"));
        }
        mercy.forEach(option -> Collections.addAll(command, option.split(" ")));
        if (question.trust().isEmpty()) {
            command.add("-no-CAfile");
        } else {
            command.addAll(List.of("-CAfile", file(number + "-trusted.pem", Pem.encode(question.trust()))));
        }
        List<X509Certificate> rest =
                question.chain().subList(1, question.chain().size());
        if (!rest.isEmpty()) {
            command.addAll(List.of("-untrusted", file(number + "-sent.pem", Pem.encode(rest))));
        }
        if (!question.revocation().isOff()) {
            command.add("-crl_check");
            if (question.revocation().wholeChain()) {
                command.add("-crl_check_all");
            }
            // It takes no empty file.
            if (!question.revocation().lists().isEmpty()) {
                command.addAll(List.of(
                        "-CRLfile",
                        file(number + "-lists.pem", crls(question.revocation().lists()))));
            }
        }
        command.add(
                file(number + "-leaf.pem", Pem.encode(List.of(question.chain().get(0)))));
        OutsideProgram.Result result = OutsideProgram.run(command, folder, LIMIT);
        Set<Complaint> complaints = new LinkedHashSet<>();
        ERROR.matcher(result.all()).results().map(OpensslReading::complaint).forEach(complaints::add);
        if (complaints.isEmpty() && result.exitCode() != 0) {
            if (!result.all().contains("Could not read certificate")
                    && !result.all().contains("unable to load certificate")) {
                throw new AssertionError(command + ": " + result.all());
            }
            complaints.add(new Complaint(Complaint.UNREADABLE, 0));
        }
        return complaints;
    }

    private static Complaint complaint(MatchResult found) {
        return new Complaint(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    /** The revocation lists that are where a certificate says; none where there is nothing that could be one. */
    List<X509CRL> listsNamedBy(X509Certificate certificate) {
        return listAddresses.computeIfAbsent(certificate, this::askListAddresses).stream()
                .flatMap(address -> fetched.computeIfAbsent(address, OpensslReading::fetch).stream())
                .toList();
    }

    private List<String> askListAddresses(X509Certificate certificate) {
        if (certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) == null) {
            return List.of();
        }
        String file = file(asked.incrementAndGet() + "-listed.pem", Pem.encode(List.of(certificate)));
        String told = OutsideProgram.run(
                        List.of("openssl", "x509", "-noout", "-ext", "crlDistributionPoints", "-in", file),
                        folder,
                        LIMIT)
                .stdout();
        return ADDRESS.matcher(told).results().map(found -> found.group(1)).toList();
    }

    private static List<X509CRL> fetch(String address) {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return List.of((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in));
        } catch (IOException | CRLException e) {
            return List.of();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a server's certificate is for a host, by its name or its address. */
    boolean isFor(X509Certificate leaf, String host) {
        return names.computeIfAbsent(new Named(leaf, host), this::askName);
    }

    private boolean askName(Named named) {
        String leaf = file(asked.incrementAndGet() + "-leaf.pem", Pem.encode(List.of(named.leaf())));
        boolean address = named.name().matches("[0-9.]+|.*:.*");
        OutsideProgram.Result result = OutsideProgram.run(
                List.of("openssl", "x509", "-noout", "-in", leaf, address ? "-checkip" : "-checkhost", named.name()),
                folder,
                LIMIT);
        if (result.stdout().contains("does match certificate")) {
            return true;
        }
        if (!result.stdout().contains("does NOT match certificate")) {
            throw new AssertionError(result.all());
        }
        return false;
    }

    /** Whether the constraints of a CA let a DNS name pass. */
    boolean permits(X509Certificate ca, String dnsName) {
        String[] parts = constraints.computeIfAbsent(ca, this::askConstraints).split("Excluded", -1);
        boolean excluded = parts.length > 1 && domains(parts[1]).stream().anyMatch(each -> isIn(dnsName, each));
        List<String> permitted = domains(parts[0]);
        return !excluded && (permitted.isEmpty() || permitted.stream().anyMatch(each -> isIn(dnsName, each)));
    }

    private static List<String> domains(String text) {
        return DNS.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static boolean isIn(String name, String domain) {
        return name.equalsIgnoreCase(domain) || name.toLowerCase(Locale.ROOT).endsWith("." + domain);
    }

    private String askConstraints(X509Certificate ca) {
        String file = file(asked.incrementAndGet() + "-ca.pem", Pem.encode(List.of(ca)));
        return OutsideProgram.run(
                        List.of("openssl", "x509", "-noout", "-ext", "nameConstraints", "-in", file), folder, LIMIT)
                .stdout();
    }

    /** Whether a key is that of a certificate. */
    boolean belongs(PrivateKey key, X509Certificate leaf) {
        String written =
                publicKeys.computeIfAbsent(key, this::askKey).lines().reduce("", OpensslReading::withoutBorders);
        return written.equals(
                Base64.getEncoder().encodeToString(leaf.getPublicKey().getEncoded()));
    }

    private static String withoutBorders(String before, String line) {
        return line.startsWith("-") ? before : before + line.strip();
    }

    private String askKey(PrivateKey key) {
        String name = asked.incrementAndGet() + ".key";
        try {
            Files.write(folder.resolve(name), KeyFiles.plainPem(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OutsideProgram.Result result =
                OutsideProgram.run(List.of("openssl", "pkey", "-in", name, "-pubout"), folder, LIMIT);
        if (result.exitCode() != 0) {
            throw new AssertionError("a key that openssl does not read");
        }
        return result.stdout();
    }

    /** The OCSP responder that a certificate names; empty if none. */
    String responder(X509Certificate certificate) {
        return responders.computeIfAbsent(certificate, this::askResponder);
    }

    private String askResponder(X509Certificate certificate) {
        String file = file(asked.incrementAndGet() + "-named.pem", Pem.encode(List.of(certificate)));
        return OutsideProgram.run(List.of("openssl", "x509", "-noout", "-ocsp_uri", "-in", file), folder, LIMIT)
                .stdout()
                .strip();
    }

    /** What a responder says of a certificate. */
    Status status(X509Certificate certificate, X509Certificate issuer, String responder) {
        return statuses.computeIfAbsent(new Asked(certificate, issuer, responder), this::askStatus);
    }

    private Status askStatus(Asked question) {
        String number = String.valueOf(asked.incrementAndGet());
        String issuer = file(number + "-issuer.pem", Pem.encode(List.of(question.issuer())));
        String certificate = file(number + "-asked.pem", Pem.encode(List.of(question.certificate())));
        List<String> command = new ArrayList<>(List.of("openssl", "ocsp", "-url", question.responder()));
        command.addAll(List.of("-issuer", issuer, "-cert", certificate, "-CAfile", issuer, "-partial_chain"));
        String said = OutsideProgram.run(command, folder, LIMIT).all();
        if (!said.contains("Response verify OK")) {
            boolean silent = said.contains("Error connecting") || said.contains("Connection refused");
            return silent ? Status.UNKNOWN : Status.UNUSABLE;
        }
        return said.contains(certificate + ": good")
                ? Status.GOOD
                : said.contains(certificate + ": revoked") ? Status.REVOKED : Status.UNKNOWN;
    }

    private static String crls(List<X509CRL> lists) {
        StringBuilder pem = new StringBuilder();
        for (X509CRL list : lists) {
            try {
                pem.append("-----BEGIN X509 CRL-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(list.getEncoded()))
                        .append("\n-----END X509 CRL-----\n");
            } catch (CRLException e) {
                throw new IllegalStateException(e);
            }
        }
        return pem.toString();
    }

    private String file(String name, String content) {
        try {
            Files.write(folder.resolve(name), content.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }
}
