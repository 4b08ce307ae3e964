/** The tap on a socket, and the bytes of one connection. */
package org.mtlsplayground.capture;
