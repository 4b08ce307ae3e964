package org.mtlsplayground.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every FXML file can be loaded: its imports, its properties and its texts exist. Controllers are left out here, as they
 * are wired by constructors; that the handlers exist is checked by name.
 */
class FxmlTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern CONTROLLER = Pattern.compile("\\sfx:controller=\"([^\"]*)\"");
    private static final Pattern HANDLER = Pattern.compile("\\son\\w+=\"#(\\w+)\"");
    private static final Pattern ROOT = Pattern.compile("<fx:root\\s[^>]*type=\"([^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("<\\?import\\s+([\\w.]+)\\s*\\?>");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @TestFactory
    Stream<DynamicTest> loads() {
        List<Path> files = SourceText.files(RESOURCES, ".fxml");
        assertFalse(files.isEmpty(), "No FXML below " + RESOURCES);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws Exception {
        String fxml = SourceText.read(file);
        Matcher controller = CONTROLLER.matcher(fxml);
        if (controller.find()) {
            Class<?> type = Class.forName(controller.group(1));
            HANDLER.matcher(fxml).results().forEach(handler -> assertHandler(type, handler.group(1)));
        }
        String bare = HANDLER.matcher(CONTROLLER.matcher(fxml).replaceAll("")).replaceAll("");
        assertNotNull(
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(() -> load(file, bare))));
    }

    private static Object load(Path file, String fxml) throws Exception {
        FXMLLoader loader = new FXMLLoader(file.toUri().toURL(), Messages.bundle());
        Matcher root = ROOT.matcher(fxml);
        if (root.find()) {
            loader.setRoot(type(fxml, root.group(1)).getConstructor().newInstance());
        }
        try (InputStream bytes = new ByteArrayInputStream(fxml.getBytes(StandardCharsets.UTF_8))) {
            return loader.load(bytes);
        }
    }

    private static Class<?> type(String fxml, String name) throws ClassNotFoundException {
        String full = IMPORT.matcher(fxml)
                .results()
                .map(found -> found.group(1))
                .filter(imported -> imported.endsWith("." + name))
                .findFirst()
                .orElse(name);
        return Class.forName(full);
    }

    private static void assertHandler(Class<?> controller, String name) {
        assertDoesNotThrow(
                () -> Stream.of(controller.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name))
                        .findAny()
                        .orElseThrow(),
                () -> controller.getName() + " has no method " + name);
    }
}
