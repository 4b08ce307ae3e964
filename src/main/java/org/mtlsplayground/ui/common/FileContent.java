package org.mtlsplayground.ui.common;

import org.mtlsplayground.pki.LoadProblem;

/**
 * What is known of a picked file.
 *
 * @param <T> what it is read as
 * @param status how far that is
 * @param value what was read; null unless the status is {@code READY}
 * @param problem why it can't be used; null unless the status is {@code FAILED}
 * @param detail what was found, may be empty
 */
public record FileContent<T>(Status status, T value, LoadProblem problem, String detail) {
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
        return new FileContent<>(Status.EMPTY, null, null, "");
    }

    static <T> FileContent<T> loading() {
        return new FileContent<>(Status.LOADING, null, null, "");
    }

    static <T> FileContent<T> ready(T value) {
        return new FileContent<>(Status.READY, value, null, "");
    }

    static <T> FileContent<T> failed(LoadProblem problem, String detail) {
        return new FileContent<>(Status.FAILED, null, problem, detail);
    }

    /** Whether it was read and can be used. */
    public boolean isReady() {
        return status == Status.READY;
    }

    /** Whether it can't be used. */
    public boolean isFailed() {
        return status == Status.FAILED;
    }

    /** Whether a password would open it. */
    public boolean needsPassword() {
        return problem == LoadProblem.PASSWORD_NEEDED || problem == LoadProblem.WRONG_PASSWORD;
    }

    /** Never what was read: it may be a private key. */
    @Override
    public String toString() {
        return "FileContent[" + status + (problem == null ? "" : " " + problem) + "]";
    }
}
