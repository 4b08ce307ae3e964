package org.mtlsplayground.ca;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * Takes the extensions of a certificate or a request as wishes for another one. What the wishes can't say byte for byte is
 * taken over as it is, by its OID.
 */
final class ExtensionReading {
    /** Promises of a log about the old certificate (RFC 6962 §3.3), which are none about the new one. */
    private static final String SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";

    private final WantedExtensions wanted = new WantedExtensions();
    private final PublicKey key;

    private ExtensionReading(PublicKey key) {
        this.key = key;
    }

    /** Each as it stands there. */
    static List<OtherExtension> plain(Extensions extensions) {
        return Arrays.stream(extensions.getExtensionOIDs())
                .map(extensions::getExtension)
                .map(ExtensionReading::plain)
                .toList();
    }

    private static OtherExtension plain(Extension extension) {
        return new OtherExtension(
                extension.getExtnId().getId(),
                extension.isCritical(),
                HexFormat.of().formatHex(extension.getExtnValue().getOctets()));
    }

    /** What is not asked for is as usual. */
    static WantedExtensions ofRequest(Extensions extensions, PublicKey key) {
        ExtensionReading reading = new ExtensionReading(key);
        reading.readAll(extensions);
        return reading.wanted;
    }

    /** What is not there is not wanted. */
    static WantedExtensions ofCertificate(Extensions extensions, PublicKey key) {
        ExtensionReading reading = new ExtensionReading(key);
        reading.readAll(extensions);
        for (StandardExtension kind : StandardExtension.values()) {
            if (extensions.getExtension(kind.id()) == null) {
                reading.leaveOut(kind);
            }
        }
        return reading.wanted;
    }

    private void leaveOut(StandardExtension kind) {
        switch (kind) {
            case KEY_USAGE -> wanted.keyUses = Optional.of(java.util.Set.of());
            // A leaf that becomes a CA, or one that is issued by another, shall have them.
            case BASIC_CONSTRAINTS, SUBJECT_KEY_IDENTIFIER -> wanted.without.add(kind);
            default -> {}
        }
    }

    private void readAll(Extensions extensions) {
        for (StandardExtension kind : StandardExtension.values()) {
            Extension extension = extensions.getExtension(kind.id());
            if (extension != null) {
                read(kind, extension);
            }
        }
        List<String> known = Arrays.stream(StandardExtension.values())
                .map(StandardExtension::oid)
                .toList();
        plain(extensions).stream()
                .filter(other -> !known.contains(other.oid()) && !other.oid().equals(SCT_LIST))
                .forEach(wanted.others::add);
    }

    private void read(StandardExtension kind, Extension extension) {
        if (kind == StandardExtension.SUBJECT_KEY_IDENTIFIER || kind == StandardExtension.AUTHORITY_KEY_IDENTIFIER) {
            return; // those follow from the keys
        }
        if (!saysTheSame(kind, extension)) {
            wanted.others.add(plain(extension));
            return;
        }
        ExtensionValues.read(kind, extension.getParsedValue(), wanted);
        if (extension.isCritical() != kind.isUsuallyCritical()) {
            wanted.critical.put(kind, extension.isCritical());
        }
    }

    /** Whether it would be written again just as it is. */
    private boolean saysTheSame(StandardExtension kind, Extension extension) {
        try {
            WantedExtensions trial = new WantedExtensions();
            trial.authority = kind == StandardExtension.BASIC_CONSTRAINTS;
            ExtensionValues.read(kind, extension.getParsedValue(), trial);
            trial.names.forEach(name -> require(name.problem().isEmpty()));
            Extension again = ExtensionCoding.encode(trial, key, false).get(kind.oid());
            return again != null
                    && Arrays.equals(
                            again.getExtnValue().getOctets(),
                            extension.getExtnValue().getOctets());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new IllegalArgumentException();
        }
    }
}
