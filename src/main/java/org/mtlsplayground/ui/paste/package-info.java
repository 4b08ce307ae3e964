/** The box for error texts of other programs. */
package org.mtlsplayground.ui.paste;
