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
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.TrustFile;
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
        chain(Side.CLIENT, client.identity(), server.trust()).ifPresent(groups::add);
        trust("certificates.trust.client", client.trust()).ifPresent(groups::add);
        chain(Side.SERVER, server.identity(), client.trust()).ifPresent(groups::add);
        trust("certificates.trust.server", server.trust()).ifPresent(groups::add);
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

    private static Optional<CertificateGroup> chain(Side side, IdentityFiles files, TrustFile trustOfOther) {
        List<X509Certificate> chain = files.chain().value();
        if (chain == null || chain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CertificateGroup(
                Messages.get("certificates.file." + side),
                chain,
                name(files.chain()),
                trusted(trustOfOther),
                Messages.get("certificates.trustedBy." + side.other())));
    }

    private static Optional<CertificateGroup> trust(String key, TrustFile file) {
        List<X509Certificate> trusted = trusted(file);
        return trusted.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateGroup(Messages.get(key), trusted, name(file.slot())));
    }

    private static List<X509Certificate> trusted(TrustFile file) {
        TrustAnchors anchors = file.slot().value();
        return anchors == null ? List.of() : anchors.certificates();
    }

    private static String name(FileSlot<?> slot) {
        return slot.file().map(Path::getFileName).map(Path::toString).orElse("");
    }
}
