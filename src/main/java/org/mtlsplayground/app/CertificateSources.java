package org.mtlsplayground.app;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.mtlsplayground.diagnosis.Presented;
import org.mtlsplayground.diagnosis.Stapled;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.certificates.Cards;
import org.mtlsplayground.ui.certificates.CertificateGroup;
import org.mtlsplayground.ui.certificates.LoadedFile;
import org.mtlsplayground.ui.certificates.Origin;
import org.mtlsplayground.ui.certificates.Slot;
import org.mtlsplayground.ui.certificates.StatusDocument;
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

    /** What the panel’s first chains are, in a few words. */
    static ObservableValue<String> about(TimelineModel timeline) {
        return timeline.readingProperty()
                .map(reading -> reading.connection() == null
                        ? ""
                        : Messages.get(
                                "certificates.about", reading.connection().number()));
    }

    /** Calls back now and whenever a card has other values than before. */
    void onCards(Runnable changed) {
        Stream.of(client.all(), server.all())
                .flatMap(Stream::of)
                .forEach(input -> input.addListener(observed -> changed.run()));
        changed.run();
    }

    /** What stands in the cards now. */
    Cards cards() {
        return new Cards(
                client.draft(),
                server.draft(),
                client.trust().anchors(),
                server.trust().anchors(),
                chain(client.identity()),
                chain(server.identity()));
    }

    private static List<X509Certificate> chain(IdentityFiles files) {
        return files.chain().content().isReady() ? files.chain().value() : List.of();
    }

    /** Loads a file into a card. */
    void load(Slot slot, LoadedFile file) {
        switch (slot) {
            case CLIENT_CHAIN -> load(client.identity(), file);
            case SERVER_CHAIN -> load(server.identity(), file);
            case CLIENT_TRUST -> load(client.trust(), file.file());
            case SERVER_TRUST -> load(server.trust(), file.file());
        }
    }

    private static void load(IdentityFiles identity, LoadedFile file) {
        identity.chain().pathProperty().set(file.file().toString());
        file.identity().ifPresent(entry -> {
            identity.key().pathProperty().set(file.file().toString());
            // The two have one file, and so choose the same entry and share the password.
            identity.chain().choiceProperty().set(entry);
            if (file.password() != null) {
                identity.chain().supplyPassword(file.password());
                Arrays.fill(file.password(), '\0');
            }
        });
    }

    private static void load(TrustFile trust, Path file) {
        trust.sourceProperty().set(TrustFile.Source.FILE);
        trust.slot().pathProperty().set(file.toString());
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
            presented(Side.CLIENT, reading, List.of()).ifPresent(groups::add);
            presented(Side.SERVER, reading, stapled()).ifPresent(groups::add);
        }
        chain(Side.CLIENT, client.identity(), server.trust()).ifPresent(groups::add);
        trust("certificates.trust.client", client.trust(), Origin.CLIENT_TRUST).ifPresent(groups::add);
        chain(Side.SERVER, server.identity(), client.trust()).ifPresent(groups::add);
        trust("certificates.trust.server", server.trust(), Origin.SERVER_TRUST).ifPresent(groups::add);
        return groups;
    }

    private List<StatusDocument> stapled() {
        return Stapled.in(timeline.events())
                .flatMap(der -> OcspStatement.of(der).<StatusDocument>map(told -> new StatusDocument.Ocsp(der, told)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<CertificateGroup> presented(
            Side side, TimelineModel.Reading reading, List<StatusDocument> statuses) {
        Connection connection = reading.connection();
        List<X509Certificate> chain = Presented.by(side, connection, reading.negotiation());
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
                Messages.get("certificates.trustedBy." + side.other()),
                side == Side.CLIENT ? Origin.CLIENT_PRESENTED : Origin.SERVER_PRESENTED,
                statuses));
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
                Messages.get("certificates.trustedBy." + side.other()),
                side == Side.CLIENT ? Origin.CLIENT_CHAIN : Origin.SERVER_CHAIN,
                List.of()));
    }

    private static Optional<CertificateGroup> trust(String key, TrustFile file, Origin origin) {
        List<X509Certificate> trusted = trusted(file);
        return trusted.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateGroup(Messages.get(key), trusted, name(file.slot()), origin));
    }

    private static List<X509Certificate> trusted(TrustFile file) {
        TrustAnchors anchors = file.slot().value();
        return anchors == null ? List.of() : anchors.certificates();
    }

    private static String name(FileSlot<?> slot) {
        return slot.file().map(Path::getFileName).map(Path::toString).orElse("");
    }
}
