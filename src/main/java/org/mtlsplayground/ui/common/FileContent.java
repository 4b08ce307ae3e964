package org.mtlsplayground.ui.common;

import java.util.List;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;

/**
 * What is known of a picked file.
 *
 * @param <T> what it is read as
 * @param status how far that is
 * @param value what was read; null unless the status is {@code READY}
 * @param fault why it can't be used; null unless the status is {@code FAILED}
 * @param holding what else is known of the file
 */
public record FileContent<T>(Status status, T value, LoadFault fault, Holding holding) {
    /**
     * What a file holds beside what it is read as.
     *
     * @param isKeyStore whether it is a key store
     * @param hasKey whether there is a private key in it, open or closed
     * @param options the keys or entries in it among which there is a choice; empty where there is none
     */
    public record Holding(boolean isKeyStore, boolean hasKey, List<EntryOption> options) {
        static final Holding NOTHING = new Holding(false, false, List.of());

        public Holding {
            options = List.copyOf(options);
        }
    }

    /** How far the reading is. */
    public enum Status {
        /** No file is picked. */
        EMPTY,
        /** It is being read. */
        LOADING,
        /** It was read. */
        READY,
        /** It can't be used. */
        FAILED
    }

    /** No file. */
    public static <T> FileContent<T> empty() {
        return new FileContent<>(Status.EMPTY, null, null, Holding.NOTHING);
    }

    static <T> FileContent<T> loading() {
        return new FileContent<>(Status.LOADING, null, null, Holding.NOTHING);
    }

    static <T> FileContent<T> ready(T value, Holding holding) {
        return new FileContent<>(Status.READY, value, null, holding);
    }

    static <T> FileContent<T> failed(LoadFault fault, Holding holding) {
        return new FileContent<>(Status.FAILED, null, fault, holding);
    }

    /** Whether it was read and can be used. */
    public boolean isReady() {
        return status == Status.READY;
    }

    /** Whether it can't be used. */
    public boolean isFailed() {
        return status == Status.FAILED;
    }

    /** Why it can't be used; null unless it can't. */
    public LoadProblem problem() {
        return fault == null ? null : fault.problem();
    }

    /** Whether a password would open it. */
    public boolean needsPassword() {
        return problem() == LoadProblem.PASSWORD_NEEDED || problem() == LoadProblem.WRONG_PASSWORD;
    }

    /** Never what was read: it may be a private key. */
    @Override
    public String toString() {
        return "FileContent[" + status + (fault == null ? "" : " " + problem()) + "]";
    }
}
