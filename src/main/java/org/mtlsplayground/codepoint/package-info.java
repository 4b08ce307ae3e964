/** Names of the IANA TLS registries; open-valued, never throwing. */
package org.mtlsplayground.codepoint;
