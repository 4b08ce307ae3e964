package org.mtlsplayground.ui.client;

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
import javax.net.ssl.SNIHostName;
import org.mtlsplayground.commands.Commands;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.peer.ApplicationProtocols;
import org.mtlsplayground.peer.ClientSettings;
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

/** What the user has put into the client's card, and what is wrong with it. For use on the FX thread. */
public final class ClientInputs {
    static final int MAX_SECONDS = 3600;

    final StringProperty host = new SimpleStringProperty(this, "host", "127.0.0.1");
    final StringProperty port = new SimpleStringProperty(this, "port", String.valueOf(ClientSettings.DEFAULT_PORT));
    final StringProperty serverName = new SimpleStringProperty(this, "serverName", ClientSettings.DEFAULT_SERVER_NAME);
    final BooleanProperty verifyHostName = new SimpleBooleanProperty(this, "verifyHostName", true);
    final BooleanProperty resume = new SimpleBooleanProperty(this, "resume");
    final BooleanProperty jdkChooses = new SimpleBooleanProperty(this, "jdkChooses");
    final StringProperty protocols = new SimpleStringProperty(this, "protocols", "");
    final StringProperty message = new SimpleStringProperty(this, "message", ClientSettings.DEFAULT_MESSAGE);
    final StringProperty seconds = new SimpleStringProperty(this, "seconds", "10");
    final VersionChoice versions = new VersionChoice();
    final IdentityFiles identity;
    final TrustFile trust;
    final RevocationInputs revocation;
    final AlgorithmInputs algorithms;
    final BooleanProperty askStatus = new SimpleBooleanProperty(this, "askStatus", true);

    final CopyAs copyAs;

    final ObjectProperty<Hint> hostHint = new SimpleObjectProperty<>(this, "hostHint", Hint.NONE);
    final ObjectProperty<Hint> portHint = new SimpleObjectProperty<>(this, "portHint", Hint.NONE);
    final ObjectProperty<Hint> serverNameHint = new SimpleObjectProperty<>(this, "serverNameHint", Hint.NONE);
    final ObjectProperty<Hint> protocolsHint = new SimpleObjectProperty<>(this, "protocolsHint", Hint.NONE);
    final ObjectProperty<Hint> secondsHint = new SimpleObjectProperty<>(this, "secondsHint", Hint.NONE);

    /** What was shown: holds for all that the card has no field for. */
    private final ObjectProperty<ClientSettings> shown =
            new SimpleObjectProperty<>(this, "shown", ClientSettings.builder().build());

    ClientInputs(Background background) {
        identity = new IdentityFiles(background);
        // Where the certificate is not sent, it is said whether another one of the file would be.
        identity.readOthers();
        revocation = new RevocationInputs(background);
        algorithms = new AlgorithmInputs(background);
        trust = new TrustFile(background, Messages.get("client.trust.nobody"));
        copyAs = new CopyAs(background, Side.CLIENT, files(), this::command);
        Stream.of(host, port).forEach(text -> text.addListener(changed -> lookAtAddress()));
        Stream.of(serverName, verifyHostName)
                .forEach(value -> value.addListener(changed -> serverNameHint.set(nameHint())));
        protocols.addListener(changed -> protocolsHint.set(TypedProtocols.hint(protocols.get())));
        seconds.addListener(changed -> secondsHint.set(timeoutHint()));
    }

    /** Makes commands that do what the card holds now. */
    private Optional<CopyAs.Maker> command() {
        SideFiles from = CopyAs.files(identity, trust, revocation);
        return draft().map(settings -> target -> Commands.client(target, settings, from));
    }

    /** Its files. */
    public List<FileSlot<?>> files() {
        return List.of(identity.chain(), identity.key(), trust.slot(), revocation.lists());
    }

    /** Everything that a connection depends on. */
    public Observable[] all() {
        return Stream.concat(values(), algorithms.all().stream()).toArray(Observable[]::new);
    }

    private Stream<Observable> values() {
        return Stream.<Observable>of(
                shown,
                host,
                port,
                serverName,
                verifyHostName,
                jdkChooses,
                resume,
                protocols,
                versions.textProperty(),
                identity.chain().contentProperty(),
                identity.key().contentProperty(),
                trust.slot().contentProperty(),
                trust.sourceProperty(),
                revocation.sourceProperty(),
                revocation.softFailProperty(),
                revocation.lists().contentProperty());
    }

    /** The settings for one connection; empty if something is wrong, which its field then says. */
    Optional<ClientSettings> settings() {
        lookAtAddress();
        serverNameHint.set(nameHint());
        protocolsHint.set(TypedProtocols.hint(protocols.get()));
        secondsHint.set(timeoutHint());
        return draft();
    }

    /** The settings as they stand, without a word; empty if something is wrong. */
    public Optional<ClientSettings> draft() {
        if (addressHint().isError()
                || portNumber().isEmpty()
                || nameHint().isError()
                || TypedProtocols.hint(protocols.get()).isError()
                || timeoutHint().isError()
                || !identity.isUsable()
                || trust.anchors().isEmpty()
                || revocation.checking().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shown.get().toBuilder()
                .host(plainHost())
                .port(portNumber().getAsInt())
                .serverName(serverName.get().strip())
                .verifyHostName(verifyHostName.get())
                .identity(identity.identity().orElse(null))
                .others(identity.others())
                .jdkChooses(jdkChooses.get())
                .resume(resume.get())
                .trust(trust.anchors().get())
                .revocation(revocation.checking().get())
                .askStatus(askStatus.get())
                .versions(versions.versions())
                .cipherSuites(algorithms.chosen(AlgorithmInputs.Kind.SUITES))
                .namedGroups(algorithms.chosen(AlgorithmInputs.Kind.GROUPS))
                .signatureSchemes(algorithms.chosen(AlgorithmInputs.Kind.SCHEMES))
                .applicationProtocols(
                        ApplicationProtocols.parse(protocols.get()).orElseThrow())
                .message(message.get())
                .timeout(Duration.ofSeconds(timeout().getAsInt()))
                .build());
    }

    private void lookAtAddress() {
        hostHint.set(addressHint());
        portHint.set(portNumber().isEmpty() ? Hint.error(Messages.get("client.port.bad")) : Hint.NONE);
    }

    private Hint addressHint() {
        String name = host.get().strip();
        if (name.isEmpty()) {
            return Hint.error(Messages.get("client.host.empty"));
        }
        if (name.contains(" ") || name.contains("/")) {
            return Hint.error(Messages.get("client.host.impossible", name));
        }
        return Hint.NONE;
    }

    /** RFC 6066 §3: a DNS host name, no address and no trailing dot. */
    private Hint nameHint() {
        String name = serverName.get().strip();
        if (name.isEmpty()) {
            return Hint.info(Messages.get("client.name.none"));
        }
        if (name.matches("[0-9.]+") || name.contains(":")) {
            return Hint.error(Messages.get("client.name.address", name));
        }
        try {
            var unused = new SNIHostName(name);
            return Hint.NONE;
        } catch (IllegalArgumentException e) {
            return Hint.error(Messages.get("client.name.impossible", name));
        }
    }

    private Hint timeoutHint() {
        return timeout().isEmpty() ? Hint.error(Messages.get("client.timeout.bad", MAX_SECONDS)) : Hint.NONE;
    }

    private OptionalInt portNumber() {
        return TypedNumber.parse(port.get(), 1, 65535);
    }

    private OptionalInt timeout() {
        return TypedNumber.parse(seconds.get(), 1, MAX_SECONDS);
    }

    /** An IPv6 address may stand in brackets, as in a URL. */
    private String plainHost() {
        String name = host.get().strip();
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Where it connects to, for sentences. */
    String target() {
        return host.get().strip() + ":" + port.get().strip();
    }

    /** The files with which it proves who it is. */
    public IdentityFiles identity() {
        return identity;
    }

    /** The file with those it trusts. */
    public TrustFile trust() {
        return trust;
    }

    /** How it finds out whether the server's certificate is revoked, with the file of revocation lists. */
    public RevocationInputs revocation() {
        return revocation;
    }

    /**
     * Puts in what settings say, but for files: identity and revocation lists stay as they are picked, and so do trusted CAs
     * unless the settings trust the JDK's own list. What the card has no place for holds all the same, until other
     * settings are shown.
     */
    public void show(ClientSettings settings) {
        shown.set(settings);
        host.set(settings.host());
        port.set(String.valueOf(settings.port()));
        serverName.set(settings.serverName());
        verifyHostName.set(settings.verifyHostName());
        jdkChooses.set(settings.jdkChooses());
        trust.show(settings.trust());
        versions.show(settings.versions());
        algorithms.show(settings.cipherSuites(), settings.namedGroups(), settings.signatureSchemes());
        protocols.set(TypedNames.typed(settings.applicationProtocols()));
        resume.set(settings.resume());
        revocation.show(settings.revocation());
        askStatus.set(settings.askStatus());
        message.set(settings.message());
        seconds.set(String.valueOf(Math.max(1, settings.timeout().toSeconds())));
    }

    /** Keeps what the card holds now. Run, it puts that back; passwords are not kept. */
    public Runnable keep() {
        List<Property<?>> inputs = new ArrayList<>(List.of(
                shown,
                host,
                port,
                serverName,
                verifyHostName,
                jdkChooses,
                resume,
                protocols,
                message,
                seconds,
                askStatus,
                versions.tls13Property(),
                versions.tls12Property()));
        inputs.addAll(identity.inputs());
        inputs.addAll(trust.inputs());
        inputs.addAll(revocation.inputs());
        inputs.addAll(algorithms.all());
        return Kept.of(inputs);
    }

    /** The port it connects to, as typed. */
    public StringProperty portProperty() {
        return port;
    }
}
