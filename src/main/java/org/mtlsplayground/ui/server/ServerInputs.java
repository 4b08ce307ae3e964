package org.mtlsplayground.ui.server;

import java.security.cert.X509Certificate;
import java.time.Duration;
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
import org.mtlsplayground.peer.ApplicationProtocols;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.RevocationInputs;
import org.mtlsplayground.ui.common.TrustFile;
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
    final BooleanProperty staple = new SimpleBooleanProperty(this, "staple");

    final ObjectProperty<Hint> addressHint = new SimpleObjectProperty<>(this, "addressHint", Hint.NONE);
    final ObjectProperty<Hint> portHint = new SimpleObjectProperty<>(this, "portHint", Hint.NONE);
    final ObjectProperty<Hint> protocolsHint = new SimpleObjectProperty<>(this, "protocolsHint", Hint.NONE);
    final ObjectProperty<Hint> stapleHint = new SimpleObjectProperty<>(this, "stapleHint", Hint.NONE);
    final ObjectProperty<Hint> secondsHint = new SimpleObjectProperty<>(this, "secondsHint", Hint.NONE);

    ServerInputs(Background background) {
        identity = new IdentityFiles(background);
        revocation = new RevocationInputs(background);
        trust = new TrustFile(background, Messages.get("server.trust.nobody"));
        Stream.of(address, port).forEach(text -> text.addListener(changed -> lookAtAddress()));
        protocols.addListener(changed -> protocolsHint.set(TypedProtocols.hint(protocols.get())));
        Stream.of(staple, identity.chain().contentProperty())
                .forEach(value -> value.addListener(changed -> stapleHint.set(staplingHint())));
        seconds.addListener(changed -> secondsHint.set(timeoutHint()));
    }

    /** Its files. */
    List<FileSlot<?>> files() {
        return List.of(identity.chain(), identity.key(), trust.slot(), revocation.lists());
    }

    /** Everything that a running server would have to be started again for. */
    public Observable[] all() {
        return new Observable[] {
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
            staple
        };
    }

    /** The settings as they stand; empty if something is wrong, which its field then says. */
    Optional<ServerSettings> settings() {
        lookAtAddress();
        protocolsHint.set(TypedProtocols.hint(protocols.get()));
        secondsHint.set(timeoutHint());
        return draft();
    }

    /** The settings as they stand, without a word; empty if something is wrong. */
    public Optional<ServerSettings> draft() {
        if (whereHint().isError()
                || portNumber().isEmpty()
                || TypedProtocols.hint(protocols.get()).isError()
                || timeoutHint().isError()
                || !identity.isUsable()
                || trust.anchors().isEmpty()
                || revocation.checking().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ServerSettings.builder()
                .address(plainAddress())
                .port(portNumber().getAsInt())
                .clientAuthentication(authentication.get())
                .identity(identity.identity().orElse(null))
                .trust(trust.anchors().get())
                .revocation(revocation.checking().get())
                .staple(staple.get())
                .versions(versions.versions())
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
}
