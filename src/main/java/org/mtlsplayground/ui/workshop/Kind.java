package org.mtlsplayground.ui.workshop;

import java.security.cert.X509Certificate;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.pki.CertificateDescription;

/** What a certificate is made for, as the workshop sorts them. */
enum Kind {
    CLIENT(Feather.USER),
    SERVER(Feather.SERVER),
    INTERMEDIATE(Feather.AWARD),
    ROOT(Feather.AWARD),
    /** For both, or for neither. */
    OTHER(Feather.FILE_TEXT);

    private final Feather icon;

    Kind(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    boolean isAuthority() {
        return this == INTERMEDIATE || this == ROOT;
    }

    /** Whose slots it is for; what is for neither is shown by clients. */
    Role role() {
        return switch (this) {
            case SERVER -> Role.SERVER;
            case CLIENT, OTHER -> Role.CLIENT;
            case INTERMEDIATE, ROOT -> Role.CA;
        };
    }

    /** What a certificate says it is for. */
    static Kind of(X509Certificate certificate) {
        CertificateDescription told = CertificateDescription.of(certificate);
        if (told.isCa().orElse(false)) {
            return told.selfIssued() ? ROOT : INTERMEDIATE;
        }
        List<String> purposes = told.extendedKeyUsage();
        boolean client = purposes.contains("clientAuth");
        boolean server = purposes.contains("serverAuth");
        return client == server ? OTHER : client ? CLIENT : SERVER;
    }
}
