/** A bounded cursor over bytes whose named reads build the field tree. */
package org.mtlsplayground.wire;
