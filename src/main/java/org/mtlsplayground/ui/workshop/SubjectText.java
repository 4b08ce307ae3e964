package org.mtlsplayground.ui.workshop;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * A distinguished name in two parts: the common name, and all else as RFC 4514 writes it.
 *
 * @param commonName plain, without escapes
 * @param others the other attributes, the most particular first
 */
record SubjectText(String commonName, String others) {
    /** Takes a name apart. Where it does not begin with one common name, all of it is among the others. */
    static SubjectText of(String name) {
        try {
            LdapName parsed = new LdapName(name);
            int last = parsed.size() - 1;
            // LdapName counts from the general end.
            if (last >= 0
                    && parsed.getRdn(last).size() == 1
                    && parsed.getRdn(last).getType().equalsIgnoreCase("CN")
                    && parsed.getRdn(last).getValue() instanceof String value) {
                String others = parsed.getPrefix(last).toString();
                return new SubjectText(value, others);
            }
        } catch (InvalidNameException e) {
            // Then it is shown as it is.
            return new SubjectText("", name);
        }
        return new SubjectText("", name);
    }

    /** The whole name as RFC 4514 writes it. */
    String joined() {
        String common = commonName.isBlank() ? "" : "CN=" + Rdn.escapeValue(commonName.strip());
        String rest = others.strip();
        return common.isEmpty() || rest.isEmpty() ? common + rest : common + "," + rest;
    }
}
