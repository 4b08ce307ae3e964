package org.mtlsplayground.ui.server;

import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.TrustFile;

/** Which of the server's values are remembered between starts. Passwords are not. */
final class ServerMemory {
    private ServerMemory() {}

    /** Fills the inputs with what is remembered, or with the samples, and remembers every change. */
    static void bind(ServerInputs inputs, SettingsStore store, SampleFiles samples) {
        store.bind(Setting.text("server.address", inputs.address.get()), inputs.address);
        store.bind(Setting.digits("server.port", inputs.port.get(), 0, 65535), inputs.port);
        store.bind(
                Setting.choice("server.client-authentication", ClientAuthentication.REQUIRED), inputs.authentication);
        inputs.algorithms.remember(store, "server");
        store.bind(Setting.text("server.names", ""), inputs.serverNames);
        store.bind(Setting.text("server.allowed-subjects", ""), inputs.subjects);
        store.bind(Setting.text("server.application-protocols", inputs.protocols.get()), inputs.protocols);
        store.bind(Setting.text("server.reply", inputs.reply.get()), inputs.reply);
        store.bind(
                Setting.digits("server.timeout-seconds", inputs.seconds.get(), 1, ServerInputs.MAX_SECONDS),
                inputs.seconds);
        store.bind(Setting.flag("server.tls-1.3", true), inputs.versions.tls13Property());
        store.bind(Setting.flag("server.tls-1.2", true), inputs.versions.tls12Property());
        store.bind(
                Setting.text("server.certificate-chain", sample(samples, "server.crt")),
                inputs.identity.chain().pathProperty());
        store.bind(
                Setting.text("server.private-key", sample(samples, "server.key")),
                inputs.identity.key().pathProperty());
        // After the paths: another path takes the choice back.
        store.bind(
                Setting.entry("server.certificate-entry"),
                inputs.identity.chain().choiceProperty());
        store.bind(Setting.entry("server.key-entry"), inputs.identity.key().choiceProperty());
        store.bind(
                Setting.text("server.trusted-ca", sample(samples, "client_ca.crt")),
                inputs.trust.slot().pathProperty());
        store.bind(
                Setting.choice("server.revocation", RevocationChecking.Source.OFF), inputs.revocation.sourceProperty());
        store.bind(
                Setting.text("server.revocation-list", ""),
                inputs.revocation.lists().pathProperty());
        store.bind(Setting.flag("server.soft-fail", false), inputs.revocation.softFailProperty());
        store.bind(Setting.flag("server.staple", false), inputs.staple);
        store.bind(Setting.choice("server.trust", TrustFile.Source.FILE), inputs.trust.sourceProperty());
    }

    private static String sample(SampleFiles samples, String name) {
        return samples.path(name).toString();
    }
}
