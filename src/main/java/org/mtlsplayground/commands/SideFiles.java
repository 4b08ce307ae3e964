package org.mtlsplayground.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files behind a side's settings. What has none is written into the command, but for a private key, which never is.
 *
 * @param certificate with the certificate chain
 * @param key with its private key; may be the same file
 * @param trust with the trusted CAs
 * @param lists with revocation lists
 */
public record SideFiles(
        Optional<PickedFile> certificate, Optional<PickedFile> key, Optional<Path> trust, List<Path> lists) {
    public SideFiles {
        lists = List.copyOf(lists);
    }
}
