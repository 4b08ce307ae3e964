package org.mtlsplayground.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.TrustFile;
import org.mtlsplayground.ui.server.ServerState;
import org.mtlsplayground.ui.server.ServerViewModel;

/** Does in the cards what a verdict advises; each time it can be taken back. For use on the FX thread. */
final class Remedies implements Consumer<Action> {
    private final ClientViewModel client;
    private final ServerViewModel server;
    private final SampleFiles samples;
    private final Background background;
    private final Notices notices;
    private final Runnable workshop;
    private final Path folder;

    /**
     * @param workshop opens the workshop
     * @param folder where the files are written that it needs
     */
    Remedies(
            ClientViewModel client,
            ServerViewModel server,
            SampleFiles samples,
            Background background,
            Notices notices,
            Runnable workshop,
            Path folder) {
        this.client = client;
        this.server = server;
        this.samples = samples;
        this.background = background;
        this.notices = notices;
        this.workshop = workshop;
        this.folder = folder;
    }

    @Override
    public void accept(Action action) {
        if (action instanceof Action.TryAgain) {
            connect();
        } else if (action instanceof Action.StartServer) {
            serve();
        } else if (action instanceof Action.Reissue) {
            workshop.run();
        } else if (action instanceof Action.TrustIssuer trust) {
            trust(trust.side(), trust.certificate());
        } else if (action instanceof Action.SendChain chain) {
            write(
                    Saveable.of(chain.chain()),
                    chain.side() + "-chain",
                    file -> changing(() -> identity(chain.side()).chain().pick(file)));
        } else if (action instanceof Action.LoadIdentity load) {
            loadIdentity(load.side());
        } else if (action instanceof Action.ChooseEntry entry) {
            changing(() -> client.inputs().identity().choose(entry.leaf()));
        } else if (action instanceof Action.LoadTrust load) {
            loadTrust(load.side());
        } else if (client.inputs().draft().isEmpty() || server.inputs().draft().isEmpty()) {
            problem(Messages.get("remedy.fields"));
        } else {
            changing(() -> change(action));
        }
    }

    private void change(Action action) {
        if (action.side() == Side.CLIENT) {
            client.inputs().draft().ifPresent(now -> client.inputs().show(ChangedSettings.of(now, action)));
        } else {
            server.inputs().draft().ifPresent(now -> server.inputs().show(ChangedSettings.of(now, action)));
        }
    }

    /** The sample, where the other side would take it; else the user makes or opens one. */
    private void loadIdentity(Side side) {
        Optional<TrustAnchors> trusted = trust(side.other()).anchors();
        background.run(
                "look-at-sample",
                () -> PkiFiles.certificates(samples.path(authority(side)), null),
                authorities -> {
                    if (trusted.filter(them -> them.certificates().containsAll(authorities))
                            .isPresent()) {
                        String name = side.name().toLowerCase(Locale.ROOT);
                        changing(() -> {
                            identity(side).chain().pick(samples.path(name + ".crt"));
                            identity(side).key().pick(samples.path(name + ".key"));
                        });
                    } else {
                        workshop.run();
                    }
                },
                failure -> workshop.run());
    }

    /** The samples' CA, where it would let the other side in; else the user makes or opens one. */
    private void loadTrust(Side side) {
        Optional<List<X509Certificate>> judged =
                identity(side.other()).identity().map(Identity::chain);
        Path sample = samples.path(authority(side.other()));
        background.run(
                "look-at-sample",
                () -> PkiFiles.certificates(sample, null),
                authorities -> {
                    if (judged.isEmpty() || isIssuedByOneOf(judged.get(), authorities)) {
                        changing(() -> load(trust(side), sample));
                    } else {
                        workshop.run();
                    }
                },
                failure -> workshop.run());
    }

    private static boolean isIssuedByOneOf(List<X509Certificate> chain, List<X509Certificate> authorities) {
        return chain.stream()
                .anyMatch(certificate -> authorities.stream().anyMatch(ca -> Signatures.isSignedBy(certificate, ca)));
    }

    /** The file of the CA that issued a side's sample. */
    private static String authority(Side side) {
        return side == Side.CLIENT ? "client_ca.crt" : "server_ca.crt";
    }

    private void trust(Side side, X509Certificate certificate) {
        List<X509Certificate> all = new ArrayList<>(trust(side)
                .anchors()
                .filter(anchors -> trust(side).sourceProperty().get() == TrustFile.Source.FILE)
                .map(TrustAnchors::certificates)
                .orElse(List.of()));
        all.add(certificate);
        write(Saveable.of(all), side + "-trusts", file -> changing(() -> load(trust(side), file)));
    }

    private static void load(TrustFile trust, Path file) {
        trust.sourceProperty().set(TrustFile.Source.FILE);
        trust.slot().pick(file);
    }

    private IdentityFiles identity(Side side) {
        return side == Side.CLIENT
                ? client.inputs().identity()
                : server.inputs().identity();
    }

    private TrustFile trust(Side side) {
        return side == Side.CLIENT ? client.inputs().trust() : server.inputs().trust();
    }

    /** Writes certificates into a new file, off the FX thread. */
    private void write(Saveable certificates, String name, Consumer<Path> then) {
        background.run(
                "write-remedy",
                () -> writeNow(certificates, name.toLowerCase(Locale.ROOT)),
                then,
                failure -> problem(String.valueOf(failure.getMessage())));
    }

    private Path writeNow(Saveable certificates, String name) throws IOException {
        String fresh = name + "-" + Instant.now().toEpochMilli();
        FileSet.Result result =
                FileSet.write(folder, SavedFiles.of(certificates, SaveFormat.PEM_SET, fresh, null), false);
        if (!result.isWritten()) {
            throw new IOException(
                    Messages.get("remedy.inTheWay", result.inTheWay().get(0)));
        }
        return result.written().get(0);
    }

    private void problem(String sentence) {
        notices.show(new Notice(Hint.Kind.ERROR, Messages.get("remedy.failed"), sentence, List.of()));
    }

    /** Changes the cards, and offers to connect, and to take it back. */
    private void changing(Runnable change) {
        Runnable ofClient = client.inputs().keep();
        Runnable ofServer = server.inputs().keep();
        change.run();
        notices.show(new Notice(
                Hint.Kind.OK,
                Messages.get("remedy.done"),
                Messages.get("remedy.done.text"),
                List.of(
                        new Notice.Action(Messages.get("remedy.connect"), this::connect),
                        new Notice.Action(Messages.get("remedy.undo"), () -> {
                            ofClient.run();
                            ofServer.run();
                        }))));
    }

    /** Connects, with a server that has the card's values. */
    private void connect() {
        if (server.stateProperty().get() == ServerState.LISTENING
                && server.outdatedProperty().get()) {
            whenListening(client::connect);
            server.restart();
        } else {
            client.connect();
        }
    }

    /** Has the server of this window listen, and the client connect to it. */
    private void serve() {
        if (server.stateProperty().get() == ServerState.STOPPED) {
            whenListening(this::callServer);
            server.start();
        } else {
            callServer();
        }
    }

    private void callServer() {
        Optional.ofNullable(server.addressProperty().get())
                .ifPresent(address -> client.inputs().portProperty().set(String.valueOf(address.getPort())));
        client.connect();
    }

    /** Does something once, when the server has started; nothing if it can't. */
    private void whenListening(Runnable then) {
        server.stateProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends ServerState> state, ServerState before, ServerState now) {
                if (now == ServerState.LISTENING) {
                    then.run();
                }
                if (now == ServerState.LISTENING || (now == ServerState.STOPPED && before == ServerState.STARTING)) {
                    state.removeListener(this);
                }
            }
        });
    }
}
