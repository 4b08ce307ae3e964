package org.mtlsplayground;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and which of them may know which. */
class ArchitectureTest {
    private static final String BASE = "org.mtlsplayground";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** Each room with the rooms it may import. */
    private static final Map<String, Set<String>> ARROWS = arrows();

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        arrows.put("text", Set.of());
        arrows.put("wire", Set.of());
        arrows.put("codepoint", Set.of());
        arrows.put("secrets", Set.of("wire", "codepoint"));
        arrows.put("dissect", Set.of("wire", "codepoint"));
        arrows.put("capture", Set.of("wire", "secrets"));
        arrows.put("pki", Set.of());
        arrows.put("ca", Set.of("pki"));
        arrows.put("peer", Set.of("pki", "capture", "secrets"));
        arrows.put("commands", Set.of("text", "peer", "pki"));
        // Of wire only the field tree, which dissect hands out with each message.
        arrows.put("transcript", Set.of("wire", "capture", "dissect", "secrets", "codepoint"));
        arrows.put("diagnosis", Set.of("text", "transcript", "peer", "pki", "dissect", "codepoint"));
        arrows.put("sequence", Set.of("text", "capture", "dissect", "peer", "transcript", "diagnosis"));
        Set<String> engine = Set.copyOf(arrows.keySet());
        arrows.put("scenario", engine);
        arrows.put(
                "report",
                Set.of(
                        "text",
                        "wire",
                        "codepoint",
                        "secrets",
                        "dissect",
                        "capture",
                        "pki",
                        "peer",
                        "transcript",
                        "diagnosis",
                        "sequence"));
        arrows.put("cli", with(engine, "scenario", "report"));
        arrows.put("ui", with(engine, "scenario", "report"));
        arrows.put("app", with(engine, "scenario", "report", "cli", "ui"));
        return arrows;
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        Set<String> all = new TreeSet<>(rooms);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static Stream<String> rooms() {
        return ARROWS.keySet().stream();
    }

    @Test
    void everyClassLivesInARoom() {
        assertTrue(CODE.size() > 0, "No classes of " + BASE + " on the class path");
        Set<String> found = new TreeSet<>();
        for (JavaClass type : CODE) {
            found.add(room(type));
        }
        found.removeAll(ARROWS.keySet());
        assertEquals(Set.of(), found, "Packages that the architecture does not know");
    }

    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(BASE.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsOnlyThoseItMay(String room) {
        String[] unknown = rooms().filter(
                        other -> !other.equals(room) && !ARROWS.get(room).contains(other))
                .map(other -> BASE + "." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(unknown))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void featuresOfTheWindowDoNotKnowEachOther() {
        slices().matching(BASE + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(any(), resideInAPackage(BASE + ".ui.common.."))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        onlyIn(List.of("ui", "app"), "javafx..", "org.controlsfx..", "impl.org..", "atlantafx..", "org.kordamp..");
    }

    @Test
    void onlyTheCertificateRoomsKnowBouncyCastle() {
        onlyIn(List.of("pki", "ca"), "org.bouncycastle..");
    }

    private static void onlyIn(List<String> rooms, String... libraries) {
        String[] allowed = rooms.stream().map(room -> BASE + "." + room + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .check(CODE);
    }

    @Test
    void theJdkIsUsedByItsPublicApi() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("sun..", "com.sun..", "jdk.internal..")
                        // Exported by the JDK's module jdk.httpserver, and documented.
                        .and(resideOutsideOfPackage("com.sun.net.httpserver..")))
                .check(CODE);
    }

    @Test
    void oneClassHandsWorkToTheFxThread() {
        List<String> callers = CODE.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Platform.class)
                                && call.getName().equals("runLater")))
                .map(JavaClass::getName)
                .toList();
        assertTrue(callers.size() <= 1, "Platform.runLater is called in " + callers);
        assertTrue(callers.stream().allMatch(name -> name.startsWith(BASE + ".ui.common.")), callers.toString());
    }

    @Test
    void onlyProgramsWriteToTheTerminal() {
        noClasses()
                .that(describe("are no program of app, cli or ca", type -> !mayPrint(type)))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CODE);
    }

    private static boolean mayPrint(JavaClass type) {
        return switch (room(type)) {
            case "app", "cli" -> true;
            case "ca" -> type.tryGetMethod("main", String[].class).isPresent();
            default -> false;
        };
    }

    @Test
    void nothingIsKeptInStaticFields() {
        fields().that().areStatic().should().beFinal().check(CODE);
    }

    private static DescribedPredicate<JavaClass> any() {
        return DescribedPredicate.alwaysTrue();
    }
}
