/** Joins the bytes of a connection with what they mean: its events. */
package org.mtlsplayground.transcript;
