/** The card of the server: where it listens, what it asks and shows, whom it trusts, and the Start button. */
package org.mtlsplayground.ui.server;
