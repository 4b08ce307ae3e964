package org.mtlsplayground.ui.common;

import java.util.List;

/** Kinds of files that a chooser can be narrowed to. */
public enum FileKind {
    CERTIFICATES("file.filter.certificates", "*.crt", "*.cer", "*.pem", "*.der", "*.key", "*.p12", "*.pfx"),
    CAPTURES("file.filter.captures", "*.pcapng", "*.pcap", "*.cap", "*.ntar"),
    KEY_LOGS("file.filter.keyLogs", "*.keylog", "*.log", "*.txt");

    private final String nameKey;
    private final List<String> patterns;

    FileKind(String nameKey, String... patterns) {
        this.nameKey = nameKey;
        this.patterns = List.of(patterns);
    }

    /** Its name in the bundle. */
    String nameKey() {
        return nameKey;
    }

    /** What the names of such files often look like. */
    List<String> patterns() {
        return patterns;
    }
}
