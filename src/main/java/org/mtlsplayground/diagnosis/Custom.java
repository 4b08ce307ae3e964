package org.mtlsplayground.diagnosis;

/**
 * What somebody sends in a case like this.
 *
 * @param who a standard or a program: {@code RFC 8446}, {@code OpenSSL}, {@code Go}
 * @param alert the name of the alert, or of several by {@code /}
 */
public record Custom(String who, String alert) {}
