/** What CAs say of the certificates they issued: revocation lists (RFC 5280 §5) and OCSP responses (RFC 6960). */
package org.mtlsplayground.pki.status;
