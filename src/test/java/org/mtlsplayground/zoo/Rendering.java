package org.mtlsplayground.zoo;

import java.security.cert.X509Certificate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadFault;

/** What a file holds in one line, short enough for a list of what is expected. */
final class Rendering {
    private Rendering() {}

    static String of(FileContents contents) {
        String parts = Stream.concat(
                        contents.entries().stream().map(Rendering::of),
                        contents.faults().stream().map(Rendering::of))
                .collect(Collectors.joining("; "));
        return contents.format().label() + ": " + parts;
    }

    private static String of(FileEntry entry) {
        if (entry instanceof FileEntry.Certificate one) {
            return "certificate " + name(one.certificate()) + named(one.alias());
        } else if (entry instanceof FileEntry.Key key) {
            String closed = key.encrypted() ? ", " + key.encryption() : "";
            String chain = key.chain().stream().map(Rendering::name).collect(Collectors.joining(", "));
            return "key " + key.key() + ", " + key.form() + closed + named(key.alias())
                    + (chain.isEmpty() ? "" : ", chain " + chain);
        } else if (entry instanceof FileEntry.Request request) {
            return "request " + request.request().subject() + ", "
                    + request.request().key();
        } else if (entry instanceof FileEntry.Crl crl) {
            return "crl of "
                    + crl.crl().getIssuerX500Principal().getName().replaceAll("CN=([^,]*).*", "$1") + " with "
                    + crl.crl().getRevokedCertificates().size();
        } else if (entry instanceof FileEntry.Public key) {
            return "public " + key.name();
        }
        FileEntry.Other other = (FileEntry.Other) entry;
        return (other.kind() + " " + other.label()).strip() + named(other.alias());
    }

    private static String of(LoadFault fault) {
        return ("!" + fault.problem() + " " + fault.argument()).strip();
    }

    private static String name(X509Certificate certificate) {
        return CertificateDescription.of(certificate).name();
    }

    private static String named(String alias) {
        return alias.isEmpty() ? "" : ", named " + alias;
    }
}
