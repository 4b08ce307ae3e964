package org.mtlsplayground.pki.detail;

import java.util.Map;
import java.util.Set;
import org.mtlsplayground.pki.detail.FieldDraft.Reading;

/** Who reads which extension, by its OID. */
final class ExtensionReaders {
    private static final Map<String, Reading> READERS = Map.ofEntries(
            Map.entry("2.5.29.9", OtherExtensions::subjectDirectoryAttributes),
            Map.entry("2.5.29.14", IdentifierExtensions::subjectKey),
            Map.entry("2.5.29.15", UsageExtensions::keyUsage),
            Map.entry("2.5.29.16", UsageExtensions::privateKeyUsagePeriod),
            Map.entry("2.5.29.17", GeneralNames::readAll),
            Map.entry("2.5.29.18", GeneralNames::readAll),
            Map.entry("2.5.29.19", UsageExtensions::basicConstraints),
            Map.entry("2.5.29.30", IdentifierExtensions::nameConstraints),
            Map.entry("2.5.29.31", AddressExtensions::distributionPoints),
            Map.entry("2.5.29.32", PolicyExtensions::policies),
            Map.entry("2.5.29.33", PolicyExtensions::mappings),
            Map.entry("2.5.29.35", IdentifierExtensions::authorityKey),
            Map.entry("2.5.29.36", PolicyExtensions::constraints),
            Map.entry("2.5.29.37", UsageExtensions::extendedKeyUsage),
            Map.entry("2.5.29.46", AddressExtensions::distributionPoints),
            Map.entry("2.5.29.54", PolicyExtensions::inhibitAnyPolicy),
            Map.entry("2.5.29.56", OtherExtensions::nothing),
            Map.entry("1.3.6.1.5.5.7.1.1", AddressExtensions::informationAccess),
            Map.entry("1.3.6.1.5.5.7.1.11", AddressExtensions::informationAccess),
            Map.entry("1.3.6.1.5.5.7.1.3", OtherExtensions::qualifiedStatements),
            Map.entry("1.3.6.1.5.5.7.1.24", UsageExtensions::tlsFeature),
            Map.entry("1.3.6.1.5.5.7.48.1.5", OtherExtensions::nothing),
            Map.entry("1.3.6.1.4.1.11129.2.4.2", SctList::read),
            Map.entry("1.3.6.1.4.1.11129.2.4.3", OtherExtensions::nothing),
            Map.entry("1.3.6.1.4.1.311.20.2", OtherExtensions::text),
            Map.entry("1.3.6.1.4.1.311.21.1", OtherExtensions::caVersion),
            Map.entry("1.3.6.1.4.1.311.21.7", OtherExtensions::certificateTemplate),
            Map.entry("1.3.6.1.4.1.311.21.10", PolicyExtensions::policies),
            Map.entry("1.2.840.113533.7.65.0", OtherExtensions::entrustVersion),
            Map.entry("2.16.840.1.113730.1.1", UsageExtensions::netscapeCertType),
            Map.entry("2.16.840.1.113730.1.2", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.3", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.4", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.7", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.8", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.12", OtherExtensions::text),
            Map.entry("2.16.840.1.113730.1.13", OtherExtensions::text));

    private ExtensionReaders() {}

    static Reading of(String oid) {
        return READERS.getOrDefault(oid, Asn1Dump::extension);
    }

    static boolean knows(String oid) {
        return READERS.containsKey(oid);
    }

    static Set<String> known() {
        return READERS.keySet();
    }
}
