/** The wire in the user's hands: what waits is let pass, altered, slowed down. */
package org.mtlsplayground.ui.wire;
