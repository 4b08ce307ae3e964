package org.mtlsplayground.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.mtlsplayground.text.Messages;

/**
 * Reads from the disk, while JavaFX starts on other threads, what the first frame needs after that: classes, the parser
 * behind FXML, the bundle of text. Nothing depends on it; without it the window is there a little later.
 *
 * <p>The classes stand in {@code preload.txt}, in the order in which they are wanted. The list is made anew from what a JVM
 * with {@code -Xlog:class+load} loads up to the first frame. A name that is gone does no harm.
 */
final class Preload {
    private static final String LIST = "preload.txt";

    private Preload() {}

    /** Begins, on a thread of its own. */
    static void begin() {
        Thread thread = new Thread(Preload::run, "preload");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            readParser();
            var unused = Messages.has("app.title");
            readClasses();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Whoever needs the thing itself will say what is wrong with it.
            System.getLogger(Preload.class.getName()).log(System.Logger.Level.DEBUG, "Nothing read ahead", e);
        }
    }

    private static void readParser() throws IOException, XMLStreamException {
        try (InputStream layout = Preload.class.getResourceAsStream("main-window.fxml")) {
            var reader = XMLInputFactory.newInstance().createXMLStreamReader(layout);
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        }
    }

    private static void readClasses() throws IOException {
        try (BufferedReader names = new BufferedReader(
                new InputStreamReader(Preload.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                link(name);
            }
        }
    }

    /** Loads and links a class without initialising it, for which it may be too early. */
    private static void link(String name) {
        try {
            // To ask for its constructors is what links it.
            var unused =
                    Class.forName(name, false, Preload.class.getClassLoader()).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError e) {
            System.getLogger(Preload.class.getName()).log(System.Logger.Level.DEBUG, name, e);
        }
    }
}
