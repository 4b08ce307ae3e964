package org.mtlsplayground.dissect;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.mtlsplayground.codepoint.CodePoints;

/** An extension in one line: its name, and what matters in it. */
final class ExtensionText {
    private static final int SHOWN = 6;

    private ExtensionText() {}

    /** {@code server_name (0)}. */
    static String head(int type) {
        return CodePoints.extension(type) + " (" + type + ")";
    }

    /** {@code server_name (0)  example.org}. */
    static String of(int type, Extension extension) {
        String glance = glance(extension);
        return glance.isEmpty() ? head(type) : head(type) + "  " + glance;
    }

    private static String glance(Extension extension) {
        if (extension instanceof Extension.ServerName name) {
            return name.hostName().orElse("");
        } else if (extension instanceof Extension.KeyShare share) {
            return names(share.groups(), CodePoints::group);
        } else if (extension instanceof Extension.SupportedVersions versions) {
            return names(versions.versions(), CodePoints::version);
        } else if (extension instanceof Extension.SupportedGroups groups) {
            return names(groups.groups(), CodePoints::group);
        } else if (extension instanceof Extension.SignatureAlgorithms algorithms) {
            return names(algorithms.schemes(), CodePoints::signatureScheme);
        } else if (extension instanceof Extension.SignatureAlgorithmsCert algorithms) {
            return names(algorithms.schemes(), CodePoints::signatureScheme);
        } else if (extension instanceof Extension.Alpn alpn) {
            return some(alpn.protocols(), protocol -> protocol, ", ");
        } else if (extension instanceof Extension.EcPointFormats formats) {
            return names(formats.formats(), CodePoints::ecPointFormat);
        } else if (extension instanceof Extension.PskKeyExchangeModes modes) {
            return names(modes.modes(), CodePoints::pskKeyExchangeMode);
        } else if (extension instanceof Extension.CompressCertificate compress) {
            return names(compress.algorithms(), CodePoints::certificateCompression);
        } else if (extension instanceof Extension.CertificateAuthorities authorities) {
            return some(authorities.authorities(), DerText::name, "; ");
        } else if (extension instanceof Extension.MaxFragmentLength length) {
            return CodePoints.maxFragmentLength(length.code());
        } else if (extension instanceof Extension.RecordSizeLimit limit) {
            return Integer.toString(limit.limit());
        }
        return extension instanceof Extension.PreSharedKeyChosen chosen
                ? "identity " + chosen.identity()
                : amount(extension);
    }

    /** How much there is of what has no name. */
    private static String amount(Extension extension) {
        if (extension instanceof Extension.PreSharedKeyOffer offer) {
            return offer.identities().size() == 1
                    ? "1 identity"
                    : offer.identities().size() + " identities";
        } else if (extension instanceof Extension.EarlyData data) {
            return data.maxSize().isPresent() ? "at most " + data.maxSize().getAsLong() + " bytes" : "";
        } else if (extension instanceof Extension.StatusRequest status) {
            return status.response().length == 0 ? "" : OcspText.of(status.response());
        } else if (extension instanceof Extension.SignedCertificateTimestamps timestamps) {
            return timestamps.timestamps().isEmpty()
                    ? ""
                    : Integer.toString(timestamps.timestamps().size());
        } else if (extension instanceof Extension.SessionTicket ticket) {
            return bytes(ticket.ticket().length);
        } else if (extension instanceof Extension.Cookie cookie) {
            return bytes(cookie.cookie().length);
        } else if (extension instanceof Extension.Padding padding) {
            return bytes(padding.length());
        } else if (extension instanceof Extension.RenegotiationInfo info) {
            return bytes(info.renegotiatedConnection().length);
        } else if (extension instanceof Extension.EncryptedClientHello hello) {
            return bytes(hello.data().length);
        }
        return extension instanceof Extension.Other other ? bytes(other.data().length) : "";
    }

    /** {@code 32 bytes}; nothing for none. */
    static String bytes(int length) {
        return length == 0 ? "" : length == 1 ? "1 byte" : length + " bytes";
    }

    private static String names(List<Integer> values, IntFunction<String> name) {
        return some(values, name::apply, ", ");
    }

    /** The first of many, and how many more there are. */
    private static <T> String some(List<T> values, Function<T, String> name, String separator) {
        String shown = values.stream().limit(SHOWN).map(name).collect(Collectors.joining(separator));
        return values.size() > SHOWN ? shown + " +" + (values.size() - SHOWN) : shown;
    }
}
