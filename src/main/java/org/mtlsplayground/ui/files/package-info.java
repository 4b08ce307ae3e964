/** Connections into files and out of them: export, open, key logs, and how much is kept in memory. */
package org.mtlsplayground.ui.files;
