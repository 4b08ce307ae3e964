package org.mtlsplayground.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlsplayground.pki.LoadProblem;

/**
 * The keys of the bundle that the code puts together at run time: each beginning with all its possible ends.
 *
 * <p>Whoever writes {@code Messages.get("some.beginning." + value)} adds a line here.
 */
final class CompletedKeys {
    private CompletedKeys() {}

    /** Each beginning with the ends that the code may add to it. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("load.problem.", names(LoadProblem.values()));
        return keys;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** Every key that can come of it. */
    static Stream<String> complete(String beginning) {
        return all().getOrDefault(beginning, List.of()).stream().map(end -> beginning + end);
    }
}
