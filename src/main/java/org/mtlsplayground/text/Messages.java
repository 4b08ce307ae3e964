package org.mtlsplayground.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * All text that a person sees, from the bundle {@code messages.properties}.
 *
 * <p>Patterns are those of {@link MessageFormat}. In the bundle the typographic apostrophe (U+2019) is used, since a
 * plain one quotes in a pattern. Safe for use by any thread.
 */
public final class Messages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.mtlsplayground.text.messages", Locale.ROOT);

    private Messages() {}

    /** The bundle itself, for FXML's {@code %key}. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The text for a key, with the arguments put in. Numbers among the arguments are written without grouping.
     *
     * @throws MissingResourceException if the bundle has no such key
     */
    public static String get(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }

    /** Whether the bundle has this key. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
