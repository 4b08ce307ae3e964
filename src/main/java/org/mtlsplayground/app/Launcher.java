package org.mtlsplayground.app;

/** Starts the program. */
public final class Launcher {
    private Launcher() {}

    /** The entry point. */
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
