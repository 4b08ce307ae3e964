package org.mtlsplayground.commands;

import java.nio.file.Path;

/** A file that a command reads, in each of the languages. */
sealed interface Ref {
    /** The variable of the shell, and of the environment, with the folder for files that are made on the way. */
    String FOLDER = "MTLS_FILES";

    String shell();

    String python();

    String java();

    String javaScript();

    /** A file of the user's. */
    record There(Path path) implements Ref {
        /** The whole path. */
        String text() {
            return path.toAbsolutePath().normalize().toString();
        }

        @Override
        public String shell() {
            return Quotes.shell(text());
        }

        @Override
        public String python() {
            return Quotes.python(text());
        }

        @Override
        public String java() {
            return "Path.of(" + Quotes.java(text()) + ")";
        }

        @Override
        public String javaScript() {
            return Quotes.javaScript(text());
        }
    }

    /** A file that the command makes. Its name is plain. */
    record Made(String name) implements Ref {
        @Override
        public String shell() {
            return "\"$" + FOLDER + "/" + name + "\"";
        }

        @Override
        public String python() {
            return "os.environ[\"" + FOLDER + "\"] + \"/" + name + "\"";
        }

        @Override
        public String java() {
            return "Path.of(System.getenv(\"" + FOLDER + "\"), \"" + name + "\")";
        }

        @Override
        public String javaScript() {
            return "process.env." + FOLDER + " + \"/" + name + "\"";
        }
    }
}
