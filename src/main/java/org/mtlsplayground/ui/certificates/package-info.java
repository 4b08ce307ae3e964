/** The certificates of a connection or of a file, to look at in full. */
package org.mtlsplayground.ui.certificates;
