package org.mtlsplayground.ui.common;

import java.util.Arrays;
import java.util.List;

/** Names as people type them, with commas between: {@code alice, Bob Smith}. */
public final class TypedNames {
    private TypedNames() {}

    /** The names in their order, each once. */
    public static List<String> parse(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The names as one would type them. */
    public static String typed(List<String> names) {
        return String.join(", ", names);
    }
}
