package org.mtlsplayground.ca;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the sample certificates anew: {@code SampleCertificates FOLDER [--overwrite]}. */
public final class SampleCertificates {
    private static final String OVERWRITE = "--overwrite";

    private SampleCertificates() {}

    /** The entry point; ends the JVM with 0 if all files are written, 1 if none is, 2 for a wrong command line. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** As {@link #main}, for a test: returns the exit code. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        List<String> folders =
                args.stream().filter(arg -> !arg.startsWith("--")).toList();
        List<String> options = args.stream().filter(arg -> arg.startsWith("--")).toList();
        if (folders.size() != 1 || !List.of(OVERWRITE).containsAll(options)) {
            err.println("Usage: SampleCertificates FOLDER [" + OVERWRITE + "]");
            return 2;
        }
        try {
            return write(Path.of(folders.get(0)), options.contains(OVERWRITE), out, err);
        } catch (IOException e) {
            err.println("Could not write the sample certificates: " + e);
            return 1;
        }
    }

    private static int write(Path folder, boolean overwrite, PrintStream out, PrintStream err) throws IOException {
        // The whole year, so that a clock that is some weeks slow does not turn the good ones into bad ones.
        LocalDate newYear = LocalDate.now(ZoneOffset.UTC).withDayOfYear(1);
        List<NewFile> files =
                SampleSet.create(newYear.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)).entrySet().stream()
                        .map(file -> new NewFile(
                                file.getKey(), file.getValue(), !file.getKey().endsWith(".crt")))
                        .toList();
        FileSet.Result result = FileSet.write(folder, files, overwrite);
        if (!result.isWritten()) {
            List<Path> there = result.inTheWay();
            err.println("Nothing written: " + folder + " already has "
                    + there.get(0).getFileName() + " and " + (there.size() - 1) + " more of these files. Add "
                    + OVERWRITE + " to replace them.");
            return 1;
        }
        out.println("Wrote " + files.size() + " sample files to " + folder);
        return 0;
    }
}
