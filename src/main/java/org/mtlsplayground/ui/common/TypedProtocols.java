package org.mtlsplayground.ui.common;

import org.mtlsplayground.peer.ApplicationProtocols;
import org.mtlsplayground.text.Messages;

/** Application protocols as people type them: {@code h2, http/1.1}. */
public final class TypedProtocols {
    private TypedProtocols() {}

    /** What is wrong with the text, if anything is. */
    public static Hint hint(String text) {
        return ApplicationProtocols.parse(text).isEmpty() ? Hint.error(Messages.get("protocols.bad")) : Hint.NONE;
    }

    /** What a side may use, with the protocols added to it, if there are any: {@code TLS 1.3, 1.2 · ALPN h2}. */
    public static String added(String versions, String text) {
        return text.isBlank() ? versions : Messages.get("protocols.more", versions, text.strip());
    }
}
