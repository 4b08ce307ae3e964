package org.mtlsplayground.ui.server;

/** How the server stands. */
public enum ServerState {
    /** It does not listen. */
    STOPPED,
    /** The user is asked whether it may listen where others can reach it. */
    ASKING,
    /** It is about to listen. */
    STARTING,
    /** It listens. */
    LISTENING,
    /** It is about to end. */
    STOPPING
}
