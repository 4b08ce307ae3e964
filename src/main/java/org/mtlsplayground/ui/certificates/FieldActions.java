package org.mtlsplayground.ui.certificates;

import java.util.function.Consumer;
import org.mtlsplayground.pki.detail.ByteRange;

/**
 * What can be done with a row of fields beyond looking at it.
 *
 * @param copy puts its value on the clipboard
 * @param locate shows where a field lies among the bytes
 */
record FieldActions(Consumer<FieldRow> copy, Consumer<ByteRange> locate) {}
