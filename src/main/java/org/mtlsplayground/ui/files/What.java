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
        CAPTURE(".pcapng", true),
        /** The secrets alone (RFC 9850). */
        KEY_LOG(".keylog", true),
        /** A page on one connection, without secrets. */
        REPORT(".html", false),
        /** The same with its secrets. */
        REPORT_WITH_SECRETS(".html", true),
        /** The diagram of one connection. */
        DIAGRAM_SVG(".svg", false),
        DIAGRAM_PNG(".png", false);

        private final String suffix;
        private final boolean revealing;

        Format(String suffix, boolean revealing) {
            this.suffix = suffix;
            this.revealing = revealing;
        }

        /** Whether whoever has such a file can read all that was said. */
        boolean isRevealing() {
            return revealing;
        }

        /** Whether it is for people to look at, and not for programs. */
        boolean isReport() {
            return this != CAPTURE && this != KEY_LOG;
        }

        /** How the names of such files end. */
        String suffix() {
            return suffix;
        }
    }
}
