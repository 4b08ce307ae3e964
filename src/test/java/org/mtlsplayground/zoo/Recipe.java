package org.mtlsplayground.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file of the zoo is made, and what is in it; read from lists whose form {@code openssl.zoo} tells.
 *
 * @param name the file's name
 * @param password what opens it; empty if nothing is closed
 * @param content what {@link Rendering} must say of it; empty if it is no sample
 * @param command the arguments, without the program's name
 */
record Recipe(String name, Optional<String> password, String content, List<String> command) {
    /** What is made at once, in the order in which it must be. */
    static List<List<Recipe>> read(String resource) {
        List<List<Recipe>> stages = new ArrayList<>();
        List<Recipe> stage = new ArrayList<>();
        Map<String, String> repeated = new LinkedHashMap<>();
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("---")) {
                stages.add(stage);
                stage = new ArrayList<>();
            } else if (line.startsWith("@")) {
                repeated.clear();
                for (String item : line.substring(1).split(";", -1)) {
                    int equals = item.indexOf('=');
                    repeated.put(
                            item.substring(0, equals).strip(),
                            item.substring(equals + 1).strip());
                }
            } else if (line.startsWith("*")) {
                for (Map.Entry<String, String> item : repeated.entrySet()) {
                    stage.add(of(line.substring(1).replace("{1}", item.getKey()).replace("{2}", item.getValue())));
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                stage.add(of(line));
            }
        }
        stages.add(stage);
        return stages;
    }

    private static Recipe of(String line) {
        String[] parts = line.split("\\|", 4);
        String password = parts[1].strip();
        List<String> command = new ArrayList<>();
        for (String argument : parts[3].strip().split(" ", -1)) {
            command.add(argument.replace("\\x20", " "));
        }
        return new Recipe(
                parts[0].strip(),
                password.isEmpty() ? Optional.empty() : Optional.of(password),
                parts[2].strip(),
                command);
    }

    private static String text(String resource) {
        try (var stream = Recipe.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is more than a means. */
    boolean isSample() {
        return !content.isEmpty();
    }

    /** Its password, null if it has none. */
    char[] chars() {
        return password.map(String::toCharArray).orElse(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
