package org.mtlsplayground.app;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Presented;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.ui.certificates.CertificateGroup;
import org.mtlsplayground.ui.client.ClientInputs;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.server.ServerInputs;
import org.mtlsplayground.ui.timeline.TimelineModel;

/**
 * What the certificates panel shows: first what the two sides presented in the selected connection, then what the picked
 * files hold. For use on the FX thread.
 */
final class CertificateSources {
    private final TimelineModel timeline;
    private final ClientInputs client;
    private final ServerInputs server;

    CertificateSources(TimelineModel timeline, ClientInputs client, ServerInputs server) {
        this.timeline = timeline;
        this.client = client;
        this.server = server;
    }

    /** Calls back now and whenever there is something else to show. */
    void onChange(Runnable changed) {
        timeline.readingProperty().addListener((property, before, now) -> changed.run());
        Stream.of(
                        client.identity().chain(),
                        server.identity().chain(),
                        client.trust().slot(),
                        server.trust().slot())
                .forEach(slot -> slot.contentProperty().addListener((property, before, now) -> changed.run()));
        changed.run();
    }

    List<CertificateGroup> groups() {
        List<CertificateGroup> groups = new ArrayList<>();
        TimelineModel.Reading reading = timeline.readingProperty().get();
        if (reading.connection() != null) {
            presented(Side.CLIENT, reading.connection(), reading.negotiation()).ifPresent(groups::add);
            presented(Side.SERVER, reading.connection(), reading.negotiation()).ifPresent(groups::add);
        }
        file(
                        "certificates.file.client",
                        client.identity().chain(),
                        client.identity().chain().value())
                .ifPresent(groups::add);
        file(
                        "certificates.trust.client",
                        client.trust().slot(),
                        trusted(client.trust().slot()))
                .ifPresent(groups::add);
        file(
                        "certificates.file.server",
                        server.identity().chain(),
                        server.identity().chain().value())
                .ifPresent(groups::add);
        file(
                        "certificates.trust.server",
                        server.trust().slot(),
                        trusted(server.trust().slot()))
                .ifPresent(groups::add);
        return groups;
    }

    private static Optional<CertificateGroup> presented(Side side, Connection connection, Negotiation negotiation) {
        List<X509Certificate> chain = Presented.by(side, connection, negotiation);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        boolean accepted = connection
                .outcome(side.other())
                .filter(Outcome.Success.class::isInstance)
                .isPresent();
        return Optional.of(new CertificateGroup(
                Messages.get("certificates.presented." + side),
                chain,
                Messages.get(
                        accepted ? "certificates.presented.accepted" : "certificates.presented.in",
                        connection.number()),
                trustedBy(side.other(), connection).certificates(),
                Messages.get("certificates.trustedBy." + side.other())));
    }

    private static TrustAnchors trustedBy(Side side, Connection connection) {
        return (side == Side.CLIENT
                        ? connection.clientSettings().map(ClientSettings::trust)
                        : connection.serverSettings().map(ServerSettings::trust))
                .orElse(TrustAnchors.none());
    }

    private static List<X509Certificate> trusted(FileSlot<TrustAnchors> slot) {
        return slot.value() == null ? List.of() : slot.value().certificates();
    }

    private static Optional<CertificateGroup> file(String key, FileSlot<?> slot, List<X509Certificate> content) {
        if (content == null || content.isEmpty()) {
            return Optional.empty();
        }
        String name = slot.file().map(Path::getFileName).map(Path::toString).orElse("");
        return Optional.of(new CertificateGroup(Messages.get(key), content, name));
    }
}
