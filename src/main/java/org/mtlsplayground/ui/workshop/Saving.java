package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.List;
import org.mtlsplayground.ca.NewFile;

/** Something that can be saved in one way or another. */
interface Saving {
    /**
     * A way of saving.
     *
     * @param id its key in the bundle
     * @param password whether a password can close it
     */
    record Form(String id, boolean password) {}

    /** What is saved, in a few words. */
    String title();

    /** What the files are called if the user does not say otherwise; empty if each has its own name. */
    String name();

    /** Those to choose from, the usual one first. */
    List<Form> forms();

    /** Whether there is a private key, which may be left out. */
    boolean hasKey();

    /** Whether this way of saving can be closed by this password. */
    default boolean takes(Form form, char[] password) {
        return true;
    }

    /**
     * The files. Blocks.
     *
     * @param password empty for none; cleared by the caller
     */
    List<NewFile> files(Form form, String name, boolean withKey, char[] password);

    /** They were written. On the FX thread. */
    void saved(Form form, boolean withKey, boolean closed, List<Path> written);
}
