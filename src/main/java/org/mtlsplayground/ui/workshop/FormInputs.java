package org.mtlsplayground.ui.workshop;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.ca.Wish;
import org.mtlsplayground.ca.Writing;
import org.mtlsplayground.ui.common.TypedNumber;

/** What stands in the form, as it was typed and chosen. For use on the FX thread. */
final class FormInputs {
    static final int LONGEST_PATH = 99;

    final StringProperty commonName = text("commonName");
    final StringProperty attributes = text("attributes");
    final ObservableList<String> names = FXCollections.observableArrayList();
    final ObjectProperty<Optional<KeyKind>> key = choice("key");
    final ObjectProperty<Optional<SignatureAlgorithm>> signature = choice("signature");
    final StringProperty from = text("from");
    final StringProperty until = text("until");
    final StringProperty serial = text("serial");
    final BooleanProperty usualUses = flag("usualUses");
    final ObservableSet<KeyUse> uses = FXCollections.observableSet();
    final ObservableSet<Purpose> purposes = FXCollections.observableSet();
    final ObservableList<String> otherPurposes = FXCollections.observableArrayList();
    final BooleanProperty authority = flag("authority");
    final StringProperty pathLength = text("pathLength");
    final ObservableList<String> permitted = FXCollections.observableArrayList();
    final ObservableList<String> excluded = FXCollections.observableArrayList();
    final ObservableList<String> crl = FXCollections.observableArrayList();
    final ObservableList<String> ocsp = FXCollections.observableArrayList();
    final ObservableList<String> caIssuers = FXCollections.observableArrayList();
    final ObservableList<String> policies = FXCollections.observableArrayList();
    final BooleanProperty mustStaple = flag("mustStaple");
    final StringProperty comment = text("comment");
    final ObservableList<ExtensionDraft> extensions =
            FXCollections.observableArrayList(draft -> new Observable[] {draft.oid, draft.critical, draft.hex});
    /** Only those that are not written as usual. */
    final ObservableMap<StandardExtension, Writing> writing = FXCollections.observableHashMap();

    /** What it was filled with, so that what nobody touched stays as it was to the letter. */
    private Wish filled;

    private SubjectText subject = new SubjectText("", "");

    FormInputs() {
        Stream.of(usualUses, uses).forEach(input -> writeAgain(input, StandardExtension.KEY_USAGE));
        Stream.of(authority, pathLength).forEach(input -> writeAgain(input, StandardExtension.BASIC_CONSTRAINTS));
        Stream.of(purposes, otherPurposes).forEach(input -> writeAgain(input, StandardExtension.EXTENDED_KEY_USAGE));
        writeAgain(names, StandardExtension.SUBJECT_ALTERNATIVE_NAME);
    }

    /** Whoever sets something wants to see it written. */
    private void writeAgain(Observable input, StandardExtension kind) {
        input.addListener((Observable changed) -> writing.remove(kind, Writing.LEFT_OUT));
    }

    private StringProperty text(String name) {
        return new SimpleStringProperty(this, name, "");
    }

    private BooleanProperty flag(String name) {
        return new SimpleBooleanProperty(this, name);
    }

    private <T> ObjectProperty<Optional<T>> choice(String name) {
        return new SimpleObjectProperty<>(this, name, Optional.empty());
    }

    /** All of it, to be listened to. */
    Stream<Observable> all() {
        return Stream.of(
                commonName,
                attributes,
                names,
                key,
                signature,
                from,
                until,
                serial,
                usualUses,
                uses,
                purposes,
                otherPurposes,
                authority,
                pathLength,
                permitted,
                excluded,
                crl,
                ocsp,
                caIssuers,
                policies,
                mustStaple,
                comment,
                extensions,
                writing);
    }

    void fill(Wish wish) {
        filled = wish;
        subject = SubjectText.of(wish.subject());
        commonName.set(subject.commonName());
        attributes.set(subject.others());
        names.setAll(texts(wish.names()));
        key.set(wish.freshKey());
        signature.set(wish.signature());
        from.set(Moments.text(wish.notBefore()));
        until.set(Moments.text(wish.notAfter()));
        serial.set(wish.serial().map(number -> number.toString(16)).orElse(""));
        usualUses.set(wish.keyUses().isEmpty());
        uses.clear();
        wish.keyUses().ifPresent(uses::addAll);
        fillPurposes(wish.purposes());
        authority.set(wish.authority());
        pathLength.set(
                wish.pathLength().isPresent() ? String.valueOf(wish.pathLength().getAsInt()) : "");
        permitted.setAll(texts(wish.permitted()));
        excluded.setAll(texts(wish.excluded()));
        crl.setAll(wish.crlPoints());
        ocsp.setAll(wish.ocspResponders());
        caIssuers.setAll(wish.caIssuers());
        policies.setAll(wish.policies());
        mustStaple.set(wish.mustStaple());
        comment.set(wish.comment());
        extensions.setAll(wish.others().stream().map(ExtensionDraft::new).toList());
        writing.clear();
        writing.putAll(wish.writing());
    }

    /** Whether an extension is written, unless it is left out. */
    boolean isWritten(StandardExtension kind) {
        return switch (kind) {
            case BASIC_CONSTRAINTS, SUBJECT_KEY_IDENTIFIER, AUTHORITY_KEY_IDENTIFIER -> true;
            case KEY_USAGE -> usualUses.get() || !uses.isEmpty();
            case EXTENDED_KEY_USAGE -> !purposes.isEmpty() || !otherPurposes.isEmpty();
            case SUBJECT_ALTERNATIVE_NAME -> !names.isEmpty();
            case NAME_CONSTRAINTS -> authority.get() && !(permitted.isEmpty() && excluded.isEmpty());
            case CERTIFICATE_POLICIES -> !policies.isEmpty();
            case CRL_DISTRIBUTION_POINTS -> !crl.isEmpty();
            case AUTHORITY_INFORMATION_ACCESS -> !ocsp.isEmpty() || !caIssuers.isEmpty();
            case TLS_FEATURE -> mustStaple.get();
            case NETSCAPE_COMMENT -> !comment.get().isEmpty();
        };
    }

    /** Without a subject the names must be heeded (RFC 5280 §4.2.1.6). */
    boolean isUsuallyCritical(StandardExtension kind) {
        return kind == StandardExtension.SUBJECT_ALTERNATIVE_NAME
                ? commonName.get().isBlank() && attributes.get().isBlank()
                : kind.isUsuallyCritical();
    }

    /** Takes over the usages of another kind. */
    void become(Wish usual) {
        usualUses.set(true);
        uses.clear();
        fillPurposes(usual.purposes());
        authority.set(usual.authority());
        pathLength.set(
                usual.pathLength().isPresent()
                        ? String.valueOf(usual.pathLength().getAsInt())
                        : "");
    }

    private void fillPurposes(List<String> oids) {
        purposes.clear();
        List<String> others = new ArrayList<>();
        for (String oid : oids) {
            Optional<Purpose> known = known(oid);
            known.ifPresentOrElse(purposes::add, () -> others.add(oid));
        }
        otherPurposes.setAll(others);
    }

    private static Optional<Purpose> known(String oid) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.oid().equals(oid))
                .findFirst();
    }

    private static List<String> texts(List<AlternativeName> names) {
        return names.stream().map(AlternativeName::toString).toList();
    }

    /** Whether something was changed since it was filled in. */
    boolean isTouched() {
        return !isReadable() || !wish().equals(filled);
    }

    private boolean isReadable() {
        return !isMomentWrong(from) && !isMomentWrong(until) && !isSerialWrong() && !isPathWrong();
    }

    static boolean isMomentWrong(StringProperty typed) {
        return Moments.parse(typed.get()).isEmpty();
    }

    /** What is wished; moments and numbers that can't be read stay as they were filled in. */
    Wish wish() {
        return new Wish(
                subject(),
                names(names),
                key.get(),
                signature.get(),
                moment(from, filled.notBefore()),
                moment(until, filled.notAfter()),
                serialNumber(),
                usualUses.get() ? Optional.empty() : Optional.of(java.util.Set.copyOf(uses)),
                purposeOids(),
                authority.get(),
                authority.get() ? pathNumber() : OptionalInt.empty(),
                authority.get() ? names(permitted) : List.of(),
                authority.get() ? names(excluded) : List.of(),
                crl,
                ocsp,
                caIssuers,
                policies,
                mustStaple.get(),
                comment.get(),
                extensions.stream().map(ExtensionDraft::value).toList(),
                writing);
    }

    private static Instant moment(StringProperty typed, Instant before) {
        return typed.get().equals(Moments.text(before))
                ? before
                : Moments.parse(typed.get()).orElse(before);
    }

    private String subject() {
        SubjectText now = new SubjectText(commonName.get(), attributes.get());
        return now.equals(subject) ? filled.subject() : now.joined();
    }

    private static List<AlternativeName> names(List<String> texts) {
        return texts.stream().map(AlternativeName::of).toList();
    }

    /** In the order in which they were, then the new ones in theirs. */
    private List<String> purposeOids() {
        List<String> wished = new ArrayList<>();
        Arrays.stream(Purpose.values()).filter(purposes::contains).forEach(purpose -> wished.add(purpose.oid()));
        wished.addAll(otherPurposes);
        List<String> ordered = new ArrayList<>(filled.purposes());
        ordered.retainAll(wished);
        wished.stream().filter(oid -> !filled.purposes().contains(oid)).forEach(ordered::add);
        return ordered;
    }

    /** In hexadecimal digits, as certificates show it. */
    private Optional<BigInteger> serialNumber() {
        return isSerialWrong() || serial.get().isBlank() ? Optional.empty() : Optional.of(new BigInteger(digits(), 16));
    }

    private String digits() {
        return serial.get().strip().replaceAll("[: ]|^0x", "");
    }

    boolean isSerialWrong() {
        return !serial.get().isBlank() && !digits().matches("[0-9A-Fa-f]{1,60}");
    }

    boolean isPathWrong() {
        return authority.get() && !pathLength.get().isBlank() && pathNumber().isEmpty();
    }

    private OptionalInt pathNumber() {
        return TypedNumber.parse(pathLength.get(), 0, LONGEST_PATH);
    }
}
