package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.peer.Side;

/**
 * A refusal as three see it: who knows why, the wire, and who is told. Immutable.
 *
 * @param knowing the side that knows why it ended: who refused, or the only one that is ours
 * @param knew what that side's JDK said; empty if it is not ours
 * @param wire the alert on the wire, with its number and by the standard's name; empty if none was read
 * @param told what the other side's JDK said; empty if it is not ours, or noticed nothing
 */
public record Views(Side knowing, Optional<String> knew, Optional<String> wire, Optional<String> told) {}
