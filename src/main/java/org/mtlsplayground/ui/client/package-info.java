/** The card of the client: what it connects to and shows, whom it trusts, and the Connect button. */
package org.mtlsplayground.ui.client;
