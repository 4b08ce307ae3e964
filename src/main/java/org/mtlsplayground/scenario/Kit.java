package org.mtlsplayground.scenario;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.TrustAnchors;

/** A {@link Setup} in the making: sound certificates and settings, of which a recipe changes what it is about. */
final class Kit {
    final TlsVersion version;
    final ClientSettings.Builder client = ClientSettings.builder();
    final ServerSettings.Builder server = ServerSettings.builder().port(0);
    /** Whose certificates these are; see {@link #ofClient(Material)}. */
    Material ofClient;

    Material ofServer;
    Optional<Setup.Between> between = Optional.empty();
    private final Map<Side, Map<Slot, SlotFile>> instead = new EnumMap<>(Side.class);
    final List<WireRule> rules = new ArrayList<>();
    Optional<Middle.Faces> middle = Optional.empty();
    private final List<AutoCloseable> held = new ArrayList<>();

    Kit(TlsVersion version) {
        this.version = version;
        client.versions(Set.of(version));
        server.versions(Set.of(version));
        for (Side side : Side.values()) {
            instead.put(side, new EnumMap<>(Slot.class));
        }
        ofClient(Chains.client().issue());
        ofServer(Chains.server().issue());
    }

    /** Gives the client this certificate, and has the server trust its CA. */
    void ofClient(Material material) {
        ofClient = material;
        client.identity(material.identity());
        server.trust(TrustAnchors.of(material.trusted()));
    }

    /** Gives the server this certificate, and has the client trust its CA. */
    void ofServer(Material material) {
        ofServer = material;
        server.identity(material.identity());
        client.trust(TrustAnchors.of(material.trusted()));
    }

    /** Keeps it open until the scenario has been played. */
    <T extends AutoCloseable> T hold(T what) {
        held.add(what);
        return what;
    }

    /** The client connects twice, and this lies between. */
    void twice(Setup.Between what) {
        between = Optional.of(what);
    }

    /**
     * Puts Mallory into the middle: with a certificate for the server's name, of a CA of her own, and nothing to show to
     * the server.
     *
     * @param known whether the client trusts her CA as well
     */
    void mallory(boolean known) {
        Material own = Chains.mallory().issue();
        if (known) {
            List<X509Certificate> both = new ArrayList<>(ofServer.trusted());
            both.addAll(own.trusted());
            client.trust(TrustAnchors.of(both));
        }
        ServerSettings toClient = ServerSettings.builder()
                .port(0)
                .versions(Set.of(version))
                .identity(own.identity())
                .trust(TrustAnchors.of(ofClient.trusted()))
                .clientAuthentication(ClientAuthentication.OPTIONAL)
                .build();
        ClientSettings toServer = ClientSettings.builder()
                .versions(Set.of(version))
                .trust(TrustAnchors.of(ofServer.trusted()))
                .build();
        middle = Optional.of(new Middle.Faces(toClient, toServer));
    }

    /** Mallory shows the server this; it follows {@link #mallory}. */
    void malloryShows(Identity identity) {
        middle = middle.map(faces -> new Middle.Faces(
                faces.toClient(),
                faces.toServer().toBuilder().identity(identity).build()));
    }

    /** Puts this file into a slot, in place of the usual PEM; from then on files are what matters. */
    void file(Side side, Slot slot, SlotFile file) {
        instead.get(side).put(slot, file);
    }

    /** Closes what is held, where nothing comes of it. */
    void letGo() {
        Setup.close(held);
    }

    Setup setup() {
        ClientSettings ofTheClient = client.build();
        ServerSettings ofTheServer = server.build();
        Map<Side, Map<Slot, SlotFile>> slots = new EnumMap<>(Side.class);
        slots.put(Side.CLIENT, slots("client", ofTheClient.identity(), ofTheClient.trust(), ofTheClient.revocation()));
        slots.put(Side.SERVER, slots("server", ofTheServer.identity(), ofTheServer.trust(), ofTheServer.revocation()));
        boolean fromFiles = false;
        for (Side side : Side.values()) {
            for (Map.Entry<Slot, SlotFile> each : instead.get(side).entrySet()) {
                slots.get(side).put(each.getKey(), each.getValue());
                fromFiles = true;
            }
        }
        return new Setup(ofTheClient, ofTheServer, slots, fromFiles, between, rules, middle, held);
    }

    private static Map<Slot, SlotFile> slots(
            String name, Optional<Identity> identity, TrustAnchors trust, RevocationChecking revocation) {
        Map<Slot, SlotFile> slots = new EnumMap<>(Slot.class);
        identity.ifPresent(who -> {
            slots.put(Slot.CHAIN, SlotFile.open(name + ".crt", ascii(Pem.encode(who.chain())), false));
            slots.put(Slot.KEY, SlotFile.open(name + ".key", KeyFiles.plainPem(who.key()), true));
        });
        if (!trust.certificates().isEmpty()) {
            slots.put(
                    Slot.TRUSTED, SlotFile.open(name + "-trusts.crt", ascii(Pem.encode(trust.certificates())), false));
        }
        if (!revocation.lists().isEmpty()) {
            String lists = revocation.lists().stream().map(CrlFiles::pem).collect(Collectors.joining());
            slots.put(Slot.REVOCATION_LISTS, SlotFile.open(name + "-revoked.crl", ascii(lists), false));
        }
        return slots;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
