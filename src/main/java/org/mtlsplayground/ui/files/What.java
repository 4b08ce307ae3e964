package org.mtlsplayground.ui.files;

/**
 * What is exported.
 *
 * @param all all connections, else the selected one
 * @param format how it is written
 */
record What(boolean all, Format format) {
    /** The kinds of files. */
    enum Format {
        /** pcapng with the secrets inside. */
        CAPTURE(".pcapng"),
        /** The secrets alone (RFC 9850). */
        KEY_LOG(".keylog");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        /** How the names of such files end. */
        String suffix() {
            return suffix;
        }
    }
}
