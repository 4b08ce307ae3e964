package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.text.Messages;

/** Saves one certificate, or several at once under their own names. */
final class CertificateSaving implements Saving {
    private static final List<Form> FORMS = Arrays.stream(SaveFormat.values())
            .map(format -> new Form(format.name(), true))
            .toList();

    private final List<Made> made;
    private final Loading loading;

    CertificateSaving(List<Made> made, Loading loading) {
        this.made = List.copyOf(made);
        this.loading = loading;
    }

    @Override
    public String title() {
        return made.size() == 1
                ? Messages.get("workshop.save.one", made.get(0).name())
                : Messages.get("workshop.save.several", made.size());
    }

    @Override
    public String name() {
        return made.size() == 1 ? FileNames.of(made.get(0).name()) : "";
    }

    @Override
    public List<Form> forms() {
        return FORMS;
    }

    @Override
    public boolean hasKey() {
        return made.stream().anyMatch(each -> each.key().isPresent());
    }

    @Override
    public boolean takes(Form form, char[] password) {
        return SaveFormat.valueOf(form.id()).takes(password);
    }

    @Override
    public List<NewFile> files(Form form, String name, boolean withKey, char[] password) {
        List<NewFile> files = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Made each : made) {
            String own = name.isEmpty() ? unique(FileNames.of(each.name()), taken) : name;
            Saveable what = new Saveable(
                    each.chain(),
                    withKey ? each.key() : Optional.empty(),
                    each.kind() == Kind.ROOT ? List.of() : each.trusted());
            files.addAll(SavedFiles.of(what, SaveFormat.valueOf(form.id()), own, password));
        }
        return files;
    }

    private static String unique(String name, Map<String, Integer> taken) {
        int number = taken.merge(name, 1, Integer::sum);
        return number == 1 ? name : name + "-" + number;
    }

    @Override
    public void saved(Form form, boolean withKey, boolean closed, List<Path> written) {
        if (withKey) {
            made.forEach(each -> each.savedProperty().set(true));
            if (made.size() == 1 && !closed && form.id().equals(SaveFormat.PEM_SET.name())) {
                loading.saved(made.get(0), written);
            }
        }
    }
}
