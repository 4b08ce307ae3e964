/** The same engine without a window. */
package org.mtlsplayground.cli;
