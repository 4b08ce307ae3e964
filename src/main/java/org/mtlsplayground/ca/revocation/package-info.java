/** A CA that remembers what it issued, and says which of it is revoked: by CRL (RFC 5280 §5) and by OCSP (RFC 6960). */
package org.mtlsplayground.ca.revocation;
