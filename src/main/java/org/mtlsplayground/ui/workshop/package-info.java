/** The workshop: a window in which certificates are made, sound ones and broken ones, kept, revoked, saved and loaded into the cards. */
package org.mtlsplayground.ui.workshop;
