package org.mtlsplayground.ca;

/**
 * An extension by its OID, for those that have no method of their own, or to say one of those otherwise.
 *
 * @param oid its object identifier in dotted form
 * @param critical whether whoever doesn't know it must refuse the certificate (RFC 5280 §4.2)
 * @param hex its value, one DER value in hexadecimal; spaces and colons are ignored
 */
public record OtherExtension(String oid, boolean critical, String hex) {}
