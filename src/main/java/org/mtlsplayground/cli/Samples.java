package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;

/** The sample certificates, which are used where the user names no files. */
@FunctionalInterface
public interface Samples {
    /** The folder that holds them; makes it where it is not there yet. Blocks. */
    Path folder() throws IOException;
}
