package org.mtlsplayground.peer;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exception as text: what is shown and kept of it, without holding on to the objects it came from.
 *
 * @param type its class's full name
 * @param message its message, empty if it had none
 * @param aboutCertificate whether it, or a cause of it, is the JDK's word for a certificate or a path of certificates
 *     that does not do
 * @param revocation what it, or a cause of it, says of revocation
 * @param blamed the certificate at which the JDK's validation of a path ended, where it names one
 * @param causes the causes, outermost first, each as {@code type: message}
 */
public record Fault(
        String type,
        String message,
        List<String> causes,
        boolean aboutCertificate,
        RevocationWord revocation,
        Optional<X509Certificate> blamed) {
    private static final int MAX_CAUSES = 8;

    public Fault {
        causes = List.copyOf(causes);
    }

    /** Describes an exception. */
    public static Fault of(Throwable exception) {
        List<String> causes = new ArrayList<>();
        boolean aboutCertificate = isAboutCertificate(exception);
        RevocationWord revocation = RevocationWord.of(exception);
        Optional<X509Certificate> blamed = blamed(exception);
        Throwable cause = exception.getCause();
        while (cause != null && causes.size() < MAX_CAUSES) {
            causes.add(cause.getClass().getName() + ": " + text(cause));
            aboutCertificate |= isAboutCertificate(cause);
            revocation = revocation == RevocationWord.NONE ? RevocationWord.of(cause) : revocation;
            Throwable present = cause;
            blamed = blamed.or(() -> blamed(present));
            cause = cause.getCause();
        }
        return new Fault(exception.getClass().getName(), text(exception), causes, aboutCertificate, revocation, blamed);
    }

    private static Optional<X509Certificate> blamed(Throwable exception) {
        if (!(exception instanceof CertPathValidatorException failure)
                || failure.getCertPath() == null
                || failure.getIndex() < 0) {
            return Optional.empty();
        }
        return Optional.of(failure.getCertPath().getCertificates().get(failure.getIndex()))
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast);
    }

    private static boolean isAboutCertificate(Throwable exception) {
        return exception instanceof CertificateException
                || exception instanceof CertPathValidatorException
                || exception instanceof CertPathBuilderException;
    }

    private static String text(Throwable exception) {
        return exception.getMessage() == null ? "" : exception.getMessage();
    }

    /** As a stack trace would begin: {@code javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate}. */
    @Override
    public String toString() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
