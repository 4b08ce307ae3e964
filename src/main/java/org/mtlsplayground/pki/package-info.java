/** Loads and describes certificates and keys. */
package org.mtlsplayground.pki;
