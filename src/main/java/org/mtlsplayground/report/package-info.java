/** One connection as a page of its own, and its diagram as a picture: to be kept, printed, handed on. */
package org.mtlsplayground.report;
