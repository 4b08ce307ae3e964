package org.mtlsplayground.app;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;

/** What a verdict advises, done to the settings of a side. */
final class ChangedSettings {
    private ChangedSettings() {}

    /** The client's, as the action would have them; the same where it is not about them. */
    static ClientSettings of(ClientSettings now, Action action) {
        ClientSettings.Builder changed = now.toBuilder();
        if (action instanceof Action.ConnectByName name) {
            changed.host(name.host()).serverName(name.serverName());
        } else if (action instanceof Action.CheckHostName check) {
            changed.verifyHostName(true)
                    .host(check.name().host())
                    .serverName(check.name().serverName());
        } else if (action instanceof Action.SendWhateverIsListed) {
            changed.jdkChooses(false);
        } else if (action instanceof Action.HandshakeInFull) {
            changed.resume(false);
        } else if (action instanceof Action.SetTimeout time) {
            changed.timeout(time.time());
        } else if (action instanceof Action.AllowVersion version) {
            changed.versions(with(now.versions(), version.version()));
        } else if (action instanceof Action.SetSoftFail soft) {
            changed.revocation(now.revocation().softFail(soft.on()));
        } else if (action instanceof Action.LookForRevocation look) {
            changed.revocation(now.revocation().from(look.source()));
        } else if (action instanceof Action.LeaveToJdk leave) {
            switch (leave.choice()) {
                case CIPHER_SUITES -> changed.cipherSuites(List.of());
                case NAMED_GROUPS -> changed.namedGroups(List.of());
                case SIGNATURE_SCHEMES -> changed.signatureSchemes(List.of());
                case APPLICATION_PROTOCOLS -> changed.applicationProtocols(List.of());
            }
        }
        return changed.build();
    }

    /** The server's, as the action would have them; the same where it is not about them. */
    static ServerSettings of(ServerSettings now, Action action) {
        ServerSettings.Builder changed = now.toBuilder();
        if (action instanceof Action.SetClientAuthentication wish) {
            changed.clientAuthentication(wish.wish());
        } else if (action instanceof Action.AllowVersion version) {
            changed.versions(with(now.versions(), version.version()));
        } else if (action instanceof Action.AllowSubject subject) {
            changed.allowedSubjects(with(now.allowedSubjects(), subject.name()));
        } else if (action instanceof Action.AllowServerName name) {
            changed.serverNames(with(now.serverNames(), name.name()));
        } else if (action instanceof Action.SetTimeout time) {
            changed.handshakeTimeout(time.time());
        } else if (action instanceof Action.SetSoftFail soft) {
            changed.revocation(now.revocation().softFail(soft.on()));
        } else if (action instanceof Action.LookForRevocation look) {
            changed.revocation(now.revocation().from(look.source()));
        } else if (action instanceof Action.LeaveToJdk leave) {
            switch (leave.choice()) {
                case CIPHER_SUITES -> changed.cipherSuites(List.of());
                case NAMED_GROUPS -> changed.namedGroups(List.of());
                case SIGNATURE_SCHEMES -> changed.signatureSchemes(List.of());
                case APPLICATION_PROTOCOLS -> changed.applicationProtocols(List.of());
            }
        }
        return changed.build();
    }

    private static Set<TlsVersion> with(Set<TlsVersion> versions, TlsVersion another) {
        Set<TlsVersion> all = EnumSet.of(another);
        all.addAll(versions);
        return all;
    }

    private static List<String> with(List<String> names, String another) {
        Set<String> all = new LinkedHashSet<>(names);
        all.add(another);
        return List.copyOf(all);
    }
}
