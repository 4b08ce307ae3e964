/** Reads certificates and keys from files and says in words and numbers what they are. Bouncy Castle stays behind it. */
package org.mtlsplayground.pki;
