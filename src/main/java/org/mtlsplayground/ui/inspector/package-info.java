/** Below the cards: what can be looked at more closely, each in a tab of its own. */
package org.mtlsplayground.ui.inspector;
