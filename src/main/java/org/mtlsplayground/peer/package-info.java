/** The server and the client: settings, runs, outcomes, on stock JSSE over tapped sockets. */
package org.mtlsplayground.peer;
