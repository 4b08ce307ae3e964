/** What happened, in a verdict that a person understands. */
package org.mtlsplayground.diagnosis;
