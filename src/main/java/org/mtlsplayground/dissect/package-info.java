/** Records, and the messages in them, each with its field tree. */
package org.mtlsplayground.dissect;
