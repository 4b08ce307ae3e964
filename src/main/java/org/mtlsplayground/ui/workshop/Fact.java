package org.mtlsplayground.ui.workshop;

/**
 * A line of what is said of something.
 *
 * @param label what it is, in words
 * @param value what it says, to be copied
 */
record Fact(String label, String value) {}
