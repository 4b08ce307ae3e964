/** Issues CAs and certificates, sound ones and broken ones. For learning and testing, not for running a CA. */
package org.mtlsplayground.ca;
