package org.mtlsplayground.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each scenario has all its words, and there are no others. */
class ScenarioTextTest {
    private static final Path BUNDLE = Path.of("src/main/resources/org/mtlsplayground/scenario/scenarios.properties");
    private static final List<String> PARTS = List.of("name", "about", "where", "tell", "mend");
    private static final int LONGEST_NAME = 50;

    private static List<String> keys() throws IOException {
        return Files.readAllLines(BUNDLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    @Test
    void eachHasItsFiveAndNoneIsDead() throws IOException {
        Set<String> wanted = new TreeSet<>();
        Catalogue.all().forEach(scenario -> PARTS.forEach(part -> wanted.add(scenario.id() + "." + part)));
        assertEquals(wanted, new TreeSet<>(keys()));
        assertEquals(keys().size(), new HashSet<>(keys()).size(), "a key stands twice");
    }

    @Test
    void idsAndNamesAreUnique() {
        List<String> ids = Catalogue.all().stream().map(Scenario::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
        assertEquals(
                List.of(),
                ids.stream().filter(id -> !id.matches("[a-z0-9]+(-[a-z0-9]+)*")).toList());
        Set<String> names =
                Catalogue.all().stream().map(scenario -> scenario.text().name()).collect(Collectors.toSet());
        assertEquals(ids.size(), names.size());
    }

    @Test
    void wordsAreWellFormed() {
        List<String> wrong = new ArrayList<>();
        for (Scenario scenario : Catalogue.all()) {
            ScenarioText text = scenario.text();
            if (text.name().length() > LONGEST_NAME || text.name().endsWith(".")) {
                wrong.add(scenario.id() + ".name: " + text.name());
            }
            for (String words : List.of(text.about(), text.where(), text.tell(), text.mend())) {
                if (words.matches(".*['\"!].*") || words.isBlank() || !words.equals(words.strip())) {
                    wrong.add(scenario.id() + ": " + words);
                }
            }
        }
        assertEquals(List.of(), wrong, "too long, or with straight quotes or exclamation marks");
    }
}
