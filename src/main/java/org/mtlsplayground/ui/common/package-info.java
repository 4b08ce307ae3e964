/** What the features of the window share: theme, settings, background work, file fields, marks and lines. */
package org.mtlsplayground.ui.common;
