/** Between the cards: the verdict, the connections, and the messages of the selected one as a sequence diagram. */
package org.mtlsplayground.ui.timeline;
