package org.mtlsplayground.ui.server;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.peer.ApplicationProtocols;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerNames;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.AlgorithmInputs;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.CopyAs;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.Kept;
import org.mtlsplayground.ui.common.RevocationInputs;
import org.mtlsplayground.ui.common.TrustFile;
import org.mtlsplayground.ui.common.TypedNames;
import org.mtlsplayground.ui.common.TypedNumber;
import org.mtlsplayground.ui.common.TypedProtocols;
import org.mtlsplayground.ui.common.VersionChoice;

/** What the user has put into the server's card, and what is wrong with it. For use on the FX thread. */
public final class ServerInputs {
    static final int MAX_SECONDS = 3600;

    final StringProperty address = new SimpleStringProperty(this, "address", "127.0.0.1");
    final StringProperty port = new SimpleStringProperty(this, "port", String.valueOf(ClientSettings.DEFAULT_PORT));
    final ObjectProperty<ClientAuthentication> authentication =
            new SimpleObjectProperty<>(this, "authentication", ClientAuthentication.REQUIRED);
    final StringProperty protocols = new SimpleStringProperty(this, "protocols", "");
    final StringProperty reply = new SimpleStringProperty(this, "reply", ServerSettings.DEFAULT_REPLY);
    final StringProperty seconds = new SimpleStringProperty(this, "seconds", "10");
    final VersionChoice versions = new VersionChoice();
    final IdentityFiles identity;
    final TrustFile trust;
    final RevocationInputs revocation;
    final AlgorithmInputs algorithms;
    final StringProperty serverNames = new SimpleStringProperty(this, "serverNames", "");
    final StringProperty subjects = new SimpleStringProperty(this, "subjects", "");
    final BooleanProperty staple = new SimpleBooleanProperty(this, "staple");

    final CopyAs copyAs;

    final ObjectProperty<Hint> addressHint = new SimpleObjectProperty<>(this, "addressHint", Hint.NONE);
    final ObjectProperty<Hint> portHint = new SimpleObjectProperty<>(this, "portHint", Hint.NONE);
    final ObjectProperty<Hint> protocolsHint = new SimpleObjectProperty<>(this, "protocolsHint", Hint.NONE);
    final ObjectProperty<Hint> serverNamesHint = new SimpleObjectProperty<>(this, "serverNamesHint", Hint.NONE);
    final ObjectProperty<Hint> subjectsHint = new SimpleObjectProperty<>(this, "subjectsHint", Hint.NONE);
    final ObjectProperty<Hint> stapleHint = new SimpleObjectProperty<>(this, "stapleHint", Hint.NONE);
    final ObjectProperty<Hint> secondsHint = new SimpleObjectProperty<>(this, "secondsHint", Hint.NONE);

    /** What was shown: holds for all that the card has no field for. */
    private final ObjectProperty<ServerSettings> shown =
            new SimpleObjectProperty<>(this, "shown", ServerSettings.builder().build());

    ServerInputs(Background background) {
        identity = new IdentityFiles(background);
        revocation = new RevocationInputs(background);
        algorithms = new AlgorithmInputs(background);
        trust = new TrustFile(background, Messages.get("server.trust.nobody"));
        copyAs = new CopyAs(background, Side.SERVER, files(), this::command);
        Stream.of(address, port).forEach(text -> text.addListener(changed -> lookAtAddress()));
        protocols.addListener(changed -> protocolsHint.set(TypedProtocols.hint(protocols.get())));
        serverNames.addListener(changed -> serverNamesHint.set(namesHint()));
        Stream.<Observable>of(subjects, authentication)
                .forEach(value -> value.addListener(changed -> subjectsHint.set(listHint())));
        Stream.of(staple, identity.chain().contentProperty())
                .forEach(value -> value.addListener(changed -> stapleHint.set(staplingHint())));
        seconds.addListener(changed -> secondsHint.set(timeoutHint()));
    }

    /** Makes commands that do what the card holds now. */
    private Optional<CopyAs.Maker> command() {
        SideFiles from = CopyAs.files(identity, trust, revocation);
        return draft().map(settings -> target -> Commands.server(target, settings, from));
    }

    /** Its files. */
    public List<FileSlot<?>> files() {
        return List.of(identity.chain(), identity.key(), trust.slot(), revocation.lists());
    }

    /** Everything that a running server would have to be started again for. */
    public Observable[] all() {
        return Stream.concat(values(), algorithms.all().stream()).toArray(Observable[]::new);
    }

    private Stream<Observable> values() {
        return Stream.<Observable>of(
                shown,
                address,
                port,
                authentication,
                protocols,
                reply,
                seconds,
                versions.textProperty(),
                identity.chain().contentProperty(),
                identity.key().contentProperty(),
                trust.slot().contentProperty(),
                trust.sourceProperty(),
                revocation.sourceProperty(),
                revocation.softFailProperty(),
                revocation.lists().contentProperty(),
                serverNames,
                subjects,
                staple);
    }

    /** The settings as they stand; empty if something is wrong, which its field then says. */
    Optional<ServerSettings> settings() {
        lookAtAddress();
        protocolsHint.set(TypedProtocols.hint(protocols.get()));
        serverNamesHint.set(namesHint());
        secondsHint.set(timeoutHint());
        return draft();
    }

    /** The settings as they stand, without a word; empty if something is wrong. */
    public Optional<ServerSettings> draft() {
        if (whereHint().isError()
                || portNumber().isEmpty()
                || TypedProtocols.hint(protocols.get()).isError()
                || namesHint().isError()
                || timeoutHint().isError()
                || !identity.isUsable()
                || trust.anchors().isEmpty()
                || revocation.checking().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shown.get().toBuilder()
                .address(plainAddress())
                .port(portNumber().getAsInt())
                .clientAuthentication(authentication.get())
                .identity(identity.identity().orElse(null))
                .trust(trust.anchors().get())
                .revocation(revocation.checking().get())
                .staple(staple.get())
                .versions(versions.versions())
                .cipherSuites(algorithms.chosen(AlgorithmInputs.Kind.SUITES))
                .namedGroups(algorithms.chosen(AlgorithmInputs.Kind.GROUPS))
                .signatureSchemes(algorithms.chosen(AlgorithmInputs.Kind.SCHEMES))
                .serverNames(ServerNames.parse(serverNames.get()).orElseThrow())
                .allowedSubjects(TypedNames.parse(subjects.get()))
                .applicationProtocols(
                        ApplicationProtocols.parse(protocols.get()).orElseThrow())
                .reply(reply.get())
                .handshakeTimeout(Duration.ofSeconds(timeout().getAsInt()))
                .build());
    }

    private void lookAtAddress() {
        addressHint.set(whereHint());
        portHint.set(portNumber().isEmpty() ? Hint.error(Messages.get("server.port.bad")) : Hint.NONE);
    }

    private Hint whereHint() {
        String name = address.get().strip();
        if (name.isEmpty()) {
            return Hint.error(Messages.get("server.address.empty"));
        }
        if (name.contains(" ") || name.contains("/")) {
            return Hint.error(Messages.get("server.address.impossible", name));
        }
        return Hint.NONE;
    }

    private Hint namesHint() {
        return ServerNames.parse(serverNames.get()).isEmpty()
                ? Hint.error(Messages.get("server.names.bad"))
                : Hint.NONE;
    }

    /** Who shows no certificate is not looked for on the list. */
    private Hint listHint() {
        if (TypedNames.parse(subjects.get()).isEmpty() || authentication.get() == ClientAuthentication.REQUIRED) {
            return Hint.NONE;
        }
        return authentication.get() == ClientAuthentication.NONE
                ? Hint.warn(Messages.get("server.subjects.none"))
                : Hint.info(Messages.get("server.subjects.optional"));
    }

    /** JSSE says nothing where it has nothing to staple. */
    private Hint staplingHint() {
        List<X509Certificate> chain = identity.chain().value();
        if (!staple.get() || chain == null) {
            return Hint.NONE;
        }
        return chain.size() < 2 ? Hint.warn(Messages.get("server.staple.alone")) : Hint.NONE;
    }

    private Hint timeoutHint() {
        return timeout().isEmpty() ? Hint.error(Messages.get("server.timeout.bad", MAX_SECONDS)) : Hint.NONE;
    }

    private OptionalInt portNumber() {
        return TypedNumber.parse(port.get(), 0, 65535);
    }

    private OptionalInt timeout() {
        return TypedNumber.parse(seconds.get(), 1, MAX_SECONDS);
    }

    private String plainAddress() {
        String name = address.get().strip();
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** The files with which it proves who it is. */
    public IdentityFiles identity() {
        return identity;
    }

    /** The file with those it trusts. */
    public TrustFile trust() {
        return trust;
    }

    /** How it finds out whether a client's certificate is revoked, with the file of revocation lists. */
    public RevocationInputs revocation() {
        return revocation;
    }

    /**
     * Puts in what settings say, but for files: identity and revocation lists stay as they are picked, and so do trusted CAs
     * unless the settings trust the JDK's own list. What the card has no place for holds all the same, until other
     * settings are shown.
     */
    public void show(ServerSettings settings) {
        shown.set(settings);
        address.set(settings.address());
        port.set(String.valueOf(settings.port()));
        authentication.set(settings.clientAuthentication());
        trust.show(settings.trust());
        subjects.set(TypedNames.typed(settings.allowedSubjects()));
        versions.show(settings.versions());
        algorithms.show(settings.cipherSuites(), settings.namedGroups(), settings.signatureSchemes());
        protocols.set(TypedNames.typed(settings.applicationProtocols()));
        serverNames.set(TypedNames.typed(settings.serverNames()));
        revocation.show(settings.revocation());
        staple.set(settings.staple());
        reply.set(settings.reply());
        seconds.set(String.valueOf(Math.max(1, settings.handshakeTimeout().toSeconds())));
    }

    /** Keeps what the card holds now. Run, it puts that back; passwords are not kept. */
    public Runnable keep() {
        List<Property<?>> inputs = new ArrayList<>(List.of(
                shown,
                address,
                port,
                authentication,
                protocols,
                reply,
                seconds,
                serverNames,
                subjects,
                staple,
                versions.tls13Property(),
                versions.tls12Property()));
        inputs.addAll(identity.inputs());
        inputs.addAll(trust.inputs());
        inputs.addAll(revocation.inputs());
        inputs.addAll(algorithms.all());
        return Kept.of(inputs);
    }

    /** The port it listens on, as typed. */
    public StringProperty portProperty() {
        return port;
    }
}
