package org.mtlsplayground.ui.workshop;

import java.io.IOException;
import java.net.BindException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;

/** The OCSP responders of the workshop's CAs, at most one each. For use on the FX thread. */
final class Responders implements AutoCloseable {
    private static final int MOST_LINES = 500;

    private final Background background;
    private final FxUpdates updates;
    private final Map<Made, Desk> desks = new HashMap<>();
    private boolean closed;

    Responders(Background background, FxUpdates updates) {
        this.background = background;
        this.updates = updates;
    }

    /** What there is of one CA's responder, whether it runs or not. */
    static final class Desk {
        private final ObjectProperty<OcspResponder> running = new SimpleObjectProperty<>(this, "running");
        private final ObservableList<Asked> log = FXCollections.observableArrayList();
        /** Taken again, so that certificates with the address stay right; 0 for any. */
        private int port;

        /** The responder; null while it is switched off. */
        ObjectProperty<OcspResponder> runningProperty() {
            return running;
        }

        /** What was asked and answered, the oldest first. */
        ObservableList<Asked> log() {
            return log;
        }
    }

    Desk of(Made ca) {
        return desks.computeIfAbsent(ca, key -> new Desk());
    }

    /** Switches it on; failed tells why it could not be. */
    void start(Made ca, java.util.function.Consumer<Throwable> failed) {
        Desk desk = of(ca);
        int port = desk.port;
        background.run("start-ocsp", () -> start(ca, desk, port), started -> begun(desk, started), failed);
    }

    private OcspResponder start(Made ca, Desk desk, int port) throws IOException {
        OcspResponder.Settings usual = OcspResponder.Settings.usual();
        var authority = ca.authority().orElseThrow();
        try {
            return OcspResponder.start(
                    authority,
                    new OcspResponder.Settings(port, usual.delegated(), usual.validity()),
                    asked -> updates.run(() -> note(desk, asked)));
        } catch (BindException e) {
            return OcspResponder.start(authority, usual, asked -> updates.run(() -> note(desk, asked)));
        }
    }

    private void begun(Desk desk, OcspResponder started) {
        if (closed || desk.running.get() != null) {
            started.close();
            return;
        }
        desk.port = started.address().getPort();
        desk.running.set(started);
    }

    private static void note(Desk desk, Asked asked) {
        if (desk.log.size() == MOST_LINES) {
            desk.log.remove(0);
        }
        desk.log.add(asked);
    }

    /** Switches it off; does nothing where it is off. */
    void stop(Made ca) {
        Desk desk = desks.get(ca);
        if (desk != null && desk.running.get() != null) {
            OcspResponder ended = desk.running.get();
            desk.running.set(null);
            background.run(
                    "stop-ocsp",
                    () -> {
                        ended.close();
                        return ended;
                    },
                    done -> {},
                    failure -> {});
        }
    }

    /** The running responder of the CA that issues. */
    Optional<OcspResponder> running(Issuer issuer) {
        return issuer instanceof Issuer.Known known
                ? Optional.ofNullable(desks.get(known.ca())).map(desk -> desk.running.get())
                : Optional.empty();
    }

    /** Lets a certificate say where its issuer's running responder is. */
    void addAddresses(NewCertificate wanted, Issuer issuer) {
        running(issuer)
                .ifPresent(responder -> wanted.ocsp(responder.address().toString())
                        .crl(responder.crlAddress().toString()));
    }

    @Override
    public void close() {
        closed = true;
        desks.values().stream()
                .map(desk -> desk.running.get())
                .filter(java.util.Objects::nonNull)
                .forEach(OcspResponder::close);
    }
}
