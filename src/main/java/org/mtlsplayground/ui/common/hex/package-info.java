/** Bytes in rows of offset, hex and text: to look at, to select, to copy. Knows nothing of what they mean. */
package org.mtlsplayground.ui.common.hex;
