package org.mtlsplayground.ui.workshop;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.ca.Wish;
import org.mtlsplayground.ca.WrongInput;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;

/** A certificate that is yet to be made: what it is based on, who issues it, what shall be wrong. For use on the FX thread. */
final class FormModel {
    /** Where its values come from. */
    enum Basis {
        /** The usual ones of its kind. */
        RECIPE,
        /** A certificate that is there. */
        CERTIFICATE,
        /** A request of somebody. */
        REQUEST
    }

    private final WorkshopModel workshop;
    final FormInputs inputs = new FormInputs();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.CLIENT);
    private final ObjectProperty<Issuer> issuer = new SimpleObjectProperty<>(this, "issuer", new Issuer.NewChain());
    private final ObjectProperty<Optional<Fault>> fault = new SimpleObjectProperty<>(this, "fault", Optional.empty());
    private final ReadOnlyObjectWrapper<Basis> basis = new ReadOnlyObjectWrapper<>(this, "basis", Basis.RECIPE);
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper(this, "preview", "");
    private final ReadOnlyBooleanWrapper sound = new ReadOnlyBooleanWrapper(this, "sound");
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
    private final Map<WrongInput.Field, ObjectProperty<Hint>> hints = new EnumMap<>(WrongInput.Field.class);
    /** Which of the two moments is meant by the hint below them. */
    final ObjectProperty<Hint> fromMark = new SimpleObjectProperty<>(this, "fromMark", Hint.NONE);

    final ObjectProperty<Hint> untilMark = new SimpleObjectProperty<>(this, "untilMark", Hint.NONE);
    private NewCertificate base;
    private boolean keyElsewhere;
    /** The one that is there; null for one that is yet to be made. */
    private PublicKey publicKey;

    private boolean filling;

    FormModel(WorkshopModel workshop) {
        this.workshop = workshop;
        for (WrongInput.Field field : WrongInput.Field.values()) {
            hints.put(field, new SimpleObjectProperty<>(this, "hint", Hint.NONE));
        }
        inputs.all().forEach(input -> input.addListener((javafx.beans.Observable changed) -> look()));
        issuer.addListener(changed -> look());
        fault.addListener(changed -> look());
        kind.addListener((property, before, now) -> {
            if (!filling) {
                become(now);
            }
        });
        workshop.shelf().all().addListener((javafx.beans.Observable changed) -> followShelf());
        start(Kind.CLIENT);
    }

    /** While nobody has changed anything, the next name and the likely issuer are proposed. */
    private void followShelf() {
        if (basis.get() == Basis.RECIPE && fault.get().isEmpty() && !inputs.isTouched()) {
            start(kind.get());
        }
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    ObjectProperty<Issuer> issuerProperty() {
        return issuer;
    }

    /** What shall be wrong with it; empty for nothing. */
    ObjectProperty<Optional<Fault>> faultProperty() {
        return fault;
    }

    ReadOnlyObjectProperty<Basis> basisProperty() {
        return basis.getReadOnlyProperty();
    }

    /** What it is based on, in words. */
    ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** What will be made, in one line. */
    ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Counts the changes of anything in it. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether it can be made as it stands. */
    ReadOnlyBooleanProperty soundProperty() {
        return sound.getReadOnlyProperty();
    }

    /** What is wrong with a part of it. */
    ObjectProperty<Hint> hint(WrongInput.Field field) {
        return hints.get(field);
    }

    /** Whether the private key is somebody else’s, so that nothing can be signed with it. */
    boolean isKeyElsewhere() {
        return keyElsewhere && inputs.key.get().isEmpty();
    }

    /** Whether there is a key already which can be kept. */
    boolean hasKey() {
        return Wish.of(base).freshKey().isEmpty();
    }

    /** How the key that is there can sign; nothing if it is elsewhere. */
    List<SignatureAlgorithm> ownSignatures() {
        return isKeyElsewhere() ? List.of() : SignatureAlgorithm.of(publicKey);
    }

    /** Begins anew, with what is usual for a kind. */
    void start(Kind wanted) {
        fill(wanted, Recipes.of(wanted, workshop.names()), null, false, Basis.RECIPE, "");
        issuer.set(usualIssuer(wanted));
        addResponder();
    }

    private Issuer usualIssuer(Kind wanted) {
        return wanted == Kind.ROOT
                ? new Issuer.Itself()
                : workshop.likelyIssuer(wanted).<Issuer>map(Issuer.Known::new).orElseGet(Issuer.NewChain::new);
    }

    /** Begins with a certificate that is there, to change something. */
    void startLike(Made made) {
        NewCertificate like =
                made.identity().map(NewCertificate::like).orElseGet(() -> NewCertificate.like(made.certificate()));
        fill(
                made.kind(),
                like,
                made.certificate().getPublicKey(),
                made.key().isEmpty(),
                Basis.CERTIFICATE,
                Messages.get("workshop.like", made.name()));
        issuer.set(
                made.kind() == Kind.ROOT
                        ? new Issuer.Itself()
                        : made.issuer()
                                .filter(Made::issues)
                                .<Issuer>map(Issuer.Known::new)
                                .orElseGet(() -> usualIssuer(made.kind())));
    }

    /**
     * Begins with what a request asks for.
     *
     * @param own its key pair, if it was made here
     */
    void startWith(SigningRequest request, Optional<KeyPair> own) {
        NewCertificate wanted = request.toCertificate();
        own.ifPresent(wanted::key);
        Kind its = kindOf(request, wanted);
        // A request says nothing of dates.
        Wish usual = Wish.of(Recipes.of(its, workshop.names()));
        wanted.valid(usual.notBefore(), usual.notAfter());
        fill(
                its,
                wanted,
                request.publicKey(),
                own.isEmpty(),
                Basis.REQUEST,
                Messages.get("workshop.asked", MadeRequest.nameOf(request)));
        issuer.set(usualIssuer(its));
    }

    /** What somebody asked for, or a certificate that is there, keeps all that does not belong to its kind. */
    private void become(Kind now) {
        if (basis.get() == Basis.RECIPE) {
            start(now);
            return;
        }
        filling = true;
        inputs.become(Wish.of(Recipes.of(now, workshop.names())));
        filling = false;
        issuer.set(usualIssuer(now));
        look();
    }

    private static Kind kindOf(SigningRequest request, NewCertificate wanted) {
        List<String> purposes = Wish.of(wanted).purposes();
        boolean server = purposes.contains(Purpose.SERVER_AUTH.oid());
        boolean client = purposes.contains(Purpose.CLIENT_AUTH.oid());
        if (request.asksForAuthority()) {
            return Kind.INTERMEDIATE;
        }
        return server == client ? Kind.OTHER : server ? Kind.SERVER : Kind.CLIENT;
    }

    private void fill(Kind its, NewCertificate with, PublicKey key, boolean elsewhere, Basis from, String words) {
        filling = true;
        base = with;
        publicKey = key;
        keyElsewhere = elsewhere;
        basis.set(from);
        about.set(words);
        kind.set(its);
        fault.set(Optional.empty());
        inputs.fill(Wish.of(with));
        filling = false;
        look();
    }

    /** Lets it name its issuer's responder, if that runs. */
    void addResponder() {
        workshop.responders().running(issuer.get()).ifPresent(responder -> {
            inputs.ocsp.setAll(responder.address().toString());
            inputs.crl.setAll(responder.crlAddress().toString());
        });
    }

    /** The faults that can be made of it. */
    Set<Fault> faults() {
        return Order.faults(kind.get(), isKeyElsewhere() || issuer.get() instanceof Issuer.Itself);
    }

    /** What would be ordered now. */
    Order order() {
        return new Order(kind.get(), inputs.wish().on(base), isKeyElsewhere(), issuer.get(), fault.get());
    }

    private void look() {
        if (filling) {
            return;
        }
        if (fault.get().isPresent() && !faults().contains(fault.get().get())) {
            fault.set(Optional.empty());
            return;
        }
        Order order = order();
        List<WrongInput> problems = order.problems();
        hints.forEach((field, hint) -> hint.set(WrongWords.hint(problems, field)));
        boolean fromWrong = FormInputs.isMomentWrong(inputs.from);
        boolean untilWrong = FormInputs.isMomentWrong(inputs.until);
        typed(WrongInput.Field.VALIDITY, fromWrong || untilWrong, "workshop.wrong.moment");
        Hint dates = hint(WrongInput.Field.VALIDITY).get();
        fromMark.set(fromWrong || !untilWrong ? dates : Hint.NONE);
        untilMark.set(untilWrong || !fromWrong ? dates : Hint.NONE);
        typed(WrongInput.Field.SERIAL, inputs.isSerialWrong(), "workshop.wrong.serial");
        typed(WrongInput.Field.PATH_LENGTH, inputs.isPathWrong(), "workshop.wrong.path");
        sound.set(hints.values().stream().noneMatch(hint -> hint.get().isError()));
        preview.set(
                sound.get()
                        ? PreviewLine.of(order, inputs)
                        : Messages.get(
                                "workshop.preview.wrong",
                                hints.values().stream()
                                        .filter(hint -> hint.get().isError())
                                        .count()));
        revision.set(revision.get() + 1);
    }

    private void typed(WrongInput.Field field, boolean wrong, String key) {
        if (wrong) {
            hints.get(field).set(Hint.error(Messages.get(key)));
        }
    }

    /** Makes it. */
    void make() {
        if (sound.get()) {
            workshop.make(order());
        }
    }
}
