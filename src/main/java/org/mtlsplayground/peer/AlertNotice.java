package org.mtlsplayground.peer;

/**
 * An alert (RFC 8446 §6) that a side sent or was sent, as its own JSSE reports it.
 *
 * @param received true if the other side sent it
 * @param description the name of RFC 8446 §6, in lower case: {@code certificate_unknown}; of one that has none
 *     there its number: {@code 0x52}
 */
public record AlertNotice(boolean received, String description) {}
