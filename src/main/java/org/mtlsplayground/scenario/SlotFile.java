package org.mtlsplayground.scenario;

import java.util.Optional;
import org.mtlsplayground.ca.NewFile;

/**
 * A file for a slot, yet to be written.
 *
 * @param file its name and content
 * @param password what the user types for it: of a lesson's throw-away file, and so no secret; empty for nothing
 */
public record SlotFile(NewFile file, Optional<String> password) {
    /** One that lies open. */
    static SlotFile open(String name, byte[] content, boolean secret) {
        return open(new NewFile(name, content, secret));
    }

    /** One that lies open. */
    static SlotFile open(NewFile file) {
        return new SlotFile(file, Optional.empty());
    }

    /** One for which this password is typed. */
    static SlotFile closed(NewFile file, String password) {
        return new SlotFile(file, Optional.of(password));
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return file.toString();
    }
}
