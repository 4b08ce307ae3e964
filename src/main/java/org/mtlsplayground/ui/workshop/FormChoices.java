package org.mtlsplayground.ui.workshop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.text.Messages;

/** What can be chosen in the form: issuers, keys, signature algorithms, each depending on the others. */
final class FormChoices {
    private final FormModel model;
    private final Shelf shelf;
    private final ComboBox<Issuer> issuers;
    private final ComboBox<Optional<KeyKind>> keys;
    private final ComboBox<Optional<SignatureAlgorithm>> signatures;
    private boolean updating;

    FormChoices(
            FormModel model,
            Shelf shelf,
            ComboBox<Issuer> issuers,
            ComboBox<Optional<KeyKind>> keys,
            ComboBox<Optional<SignatureAlgorithm>> signatures) {
        this.model = model;
        this.shelf = shelf;
        this.issuers = issuers;
        this.keys = keys;
        this.signatures = signatures;
        join(issuers, model.issuerProperty(), Issuer::words);
        join(
                keys,
                model.inputs.key,
                kind -> kind.map(PreviewLine::words).orElseGet(() -> Messages.get("workshop.key.keep")));
        join(
                signatures,
                model.inputs.signature,
                algorithm ->
                        algorithm.map(PreviewLine::words).orElseGet(() -> Messages.get("workshop.signature.usual")));
        issuers.setAccessibleText(Messages.get("workshop.form.issuer"));
        keys.setAccessibleText(Messages.get("workshop.form.key"));
        signatures.setAccessibleText(Messages.get("workshop.form.signature"));
        shelf.all().addListener((ListChangeListener<Made>) change -> update());
        model.issuerProperty().addListener(changed -> {
            if (!updating) {
                model.addResponder();
            }
        });
    }

    private <T> void join(ComboBox<T> box, ObjectProperty<T> value, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        });
        box.valueProperty().addListener((property, before, now) -> {
            if (!updating && now != null) {
                value.set(now);
            }
        });
    }

    /** Offers what can be chosen now. */
    void update() {
        if (updating) {
            return;
        }
        updating = true;
        offer(issuers, issuers(), model.issuerProperty().get());
        offer(keys, keys(), model.inputs.key.get());
        List<Optional<SignatureAlgorithm>> algorithms = signatures();
        if (!algorithms.contains(model.inputs.signature.get())) {
            model.inputs.signature.set(Optional.empty());
        }
        offer(signatures, algorithms, model.inputs.signature.get());
        updating = false;
    }

    private static <T> void offer(ComboBox<T> box, List<T> offered, T chosen) {
        if (!box.getItems().equals(offered)) {
            box.getItems().setAll(offered);
        }
        box.setValue(chosen);
    }

    private List<Issuer> issuers() {
        List<Issuer> all = new ArrayList<>();
        shelf.authorities().forEach(ca -> all.add(new Issuer.Known(ca)));
        all.add(new Issuer.NewChain());
        all.add(new Issuer.Itself());
        return all;
    }

    private List<Optional<KeyKind>> keys() {
        List<Optional<KeyKind>> all = new ArrayList<>();
        if (model.hasKey()) {
            all.add(Optional.empty());
        }
        if (model.basisProperty().get() != FormModel.Basis.REQUEST) {
            Arrays.stream(KeyKind.values()).map(Optional::of).forEach(all::add);
        }
        return all;
    }

    private List<Optional<SignatureAlgorithm>> signatures() {
        List<Optional<SignatureAlgorithm>> all = new ArrayList<>();
        all.add(Optional.empty());
        fitting().forEach(algorithm -> all.add(Optional.of(algorithm)));
        return all;
    }

    /** Those that the signing key can make: the issuer’s, which in a new chain is the usual one. */
    private List<SignatureAlgorithm> fitting() {
        Issuer by = model.issuerProperty().get();
        if (by instanceof Issuer.Known known) {
            return known.ca()
                    .identity()
                    .map(Identity::key)
                    .map(SignatureAlgorithm::of)
                    .orElse(List.of());
        }
        return by instanceof Issuer.NewChain
                ? SignatureAlgorithm.of(KeyKind.EC_P256)
                : model.inputs.key.get().map(SignatureAlgorithm::of).orElseGet(model::ownSignatures);
    }
}
