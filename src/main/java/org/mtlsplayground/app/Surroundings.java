package org.mtlsplayground.app;

import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.ui.common.FileKind;
import org.mtlsplayground.ui.common.PlatformFilePicker;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.workshop.PlatformFolderPicker;
import org.mtlsplayground.ui.workshop.Workshop;

/**
 * What the program has of the machine it runs on, where tests bring something of their own.
 *
 * @param environment its variables
 * @param pickers how files with connections are picked, given the folder that was used last
 * @param workshop how certificates and folders are picked in the workshop, given the folder that was used last
 * @param rehearses whether what takes long the first time is done once ahead, unseen
 */
record Surroundings(
        Map<String, String> environment,
        Function<StringProperty, FilesFeature.Pickers> pickers,
        Function<StringProperty, Workshop.Pickers> workshop,
        boolean rehearses) {
    /** The real ones. */
    static Surroundings real() {
        return new Surroundings(
                System.getenv(),
                folder -> new FilesFeature.Pickers(
                        new PlatformFilePicker(folder, FileKind.CAPTURES),
                        new PlatformFilePicker(folder, FileKind.KEY_LOGS),
                        new PlatformFilePicker(folder, FileKind.REPORTS)),
                folder -> new Workshop.Pickers(
                        new PlatformFilePicker(folder, FileKind.CERTIFICATES), new PlatformFolderPicker()),
                true);
    }

    /** The same, where the program is started often and nothing depends on the first time. */
    Surroundings unrehearsed() {
        return new Surroundings(environment, pickers, workshop, false);
    }
}
