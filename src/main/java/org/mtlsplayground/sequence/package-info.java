/** What a sequence diagram of a connection shows besides its messages, however it is drawn: in the window, or in a report. */
package org.mtlsplayground.sequence;
