package org.mtlsplayground.ui.common;

import java.util.List;

/** Kinds of files that a chooser can be narrowed to. */
public enum FileKind {
    CERTIFICATES("file.filter.certificates"),
    CAPTURES("file.filter.captures"),
    KEY_LOGS("file.filter.keyLogs"),
    REPORTS("file.filter.reports");

    private final String nameKey;

    FileKind(String nameKey) {
        this.nameKey = nameKey;
    }

    /** Its name in the bundle. */
    String nameKey() {
        return nameKey;
    }

    /** What the names of such files often look like. */
    List<String> patterns() {
        return switch (this) {
            case CERTIFICATES ->
                List.of("*.crt", "*.cer", "*.pem", "*.der", "*.key", "*.p12", "*.pfx", "*.p7b", "*.jks");
            case CAPTURES -> List.of("*.pcapng", "*.pcap", "*.cap", "*.ntar");
            case KEY_LOGS -> List.of("*.keylog", "*.log", "*.txt");
            case REPORTS -> List.of("*.html", "*.svg", "*.png");
        };
    }
}
