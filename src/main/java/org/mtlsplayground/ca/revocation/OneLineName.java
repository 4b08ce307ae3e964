package org.mtlsplayground.ca.revocation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Distinguished names as the index of {@code openssl ca} has them: {@code /O=mTLS Playground/CN=alice}. */
final class OneLineName {
    private OneLineName() {}

    static String of(X500Principal principal) {
        StringBuilder line = new StringBuilder();
        for (RDN rdn : X500Name.getInstance(principal.getEncoded()).getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                line.append('/').append(name(part.getType())).append('=');
                append(line, IETFUtils.valueToString(part.getValue()).replace("\\", ""));
            }
        }
        return line.isEmpty() ? "/" : line.toString();
    }

    private static String name(ASN1ObjectIdentifier type) {
        if (type.equals(BCStyle.EmailAddress)) {
            return "emailAddress";
        }
        String symbol = BCStyle.INSTANCE.oidToDisplayName(type);
        return symbol == null ? type.getId() : symbol;
    }

    /** All that is not printable ASCII byte by byte in UTF-8, so that a tab or a line feed can't break the index. */
    private static void append(StringBuilder line, String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b >= ' ' && b < 0x7f) {
                line.append((char) b);
            } else {
                line.append(String.format(Locale.ROOT, "\\x%02X", b));
            }
        }
    }
}
