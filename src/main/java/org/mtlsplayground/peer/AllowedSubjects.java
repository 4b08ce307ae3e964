package org.mtlsplayground.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts of the clients whom another trust manager accepts only those on a list: who they are, not only that they are who
 * they say. Thread-safe.
 */
final class AllowedSubjects extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private final List<String> allowed;

    /** @param allowed common names, or names in the subject alternative name */
    AllowedSubjects(X509ExtendedTrustManager judge, List<String> allowed) {
        this.judge = judge;
        this.allowed = List.copyOf(allowed);
    }

    private void checkSubject(X509Certificate leaf) throws CertificateException {
        List<String> names = commonNames(leaf);
        Optional<String> commonName = names.stream().findFirst();
        names.addAll(alternativeNames(leaf));
        if (names.stream().noneMatch(this::isAllowed)) {
            String subject = leaf.getSubjectX500Principal().getName();
            throw new CertificateException(commonName.orElse(subject) + " is not among the allowed subjects");
        }
    }

    private boolean isAllowed(String name) {
        return allowed.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static List<String> commonNames(X509Certificate leaf) throws CertificateException {
        List<String> names = new ArrayList<>();
        try {
            for (Rdn rdn : new LdapName(leaf.getSubjectX500Principal().getName()).getRdns()) {
                Attribute values = rdn.toAttributes().get("CN");
                if (values != null) {
                    names.add(String.valueOf(values.get()));
                }
            }
        } catch (NamingException e) {
            throw new CertificateException("The subject can't be read", e);
        }
        return names;
    }

    /** Those that are text: addresses, DNS names, e-mail addresses, URIs (RFC 5280 §4.2.1.6). */
    private static List<String> alternativeNames(X509Certificate leaf) throws CertificateParsingException {
        Collection<List<?>> names = leaf.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .map(name -> name.get(1))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
        checkSubject(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
        checkSubject(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
        checkSubject(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
