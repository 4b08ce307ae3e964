package org.mtlsplayground.ui.client;

import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.TrustFile;

/** Which of the client's values are remembered between starts. Passwords are not. */
final class ClientMemory {
    private ClientMemory() {}

    /** Fills the inputs with what is remembered, or with the samples, and remembers every change. */
    static void bind(ClientInputs inputs, SettingsStore store, SampleFiles samples) {
        store.bind(Setting.text("client.host", inputs.host.get()), inputs.host);
        store.bind(Setting.digits("client.port", String.valueOf(ClientSettings.DEFAULT_PORT), 1, 65535), inputs.port);
        store.bind(Setting.text("client.server-name", inputs.serverName.get()), inputs.serverName);
        store.bind(Setting.flag("client.verify-host-name", true), inputs.verifyHostName);
        inputs.algorithms.remember(store, "client");
        store.bind(Setting.text("client.application-protocols", inputs.protocols.get()), inputs.protocols);
        store.bind(Setting.text("client.message", inputs.message.get()), inputs.message);
        store.bind(
                Setting.digits("client.timeout-seconds", inputs.seconds.get(), 1, ClientInputs.MAX_SECONDS),
                inputs.seconds);
        store.bind(Setting.flag("client.resume-session", false), inputs.resume);
        store.bind(Setting.flag("client.jdk-chooses-certificate", false), inputs.jdkChooses);
        store.bind(Setting.flag("client.tls-1.3", true), inputs.versions.tls13Property());
        store.bind(Setting.flag("client.tls-1.2", true), inputs.versions.tls12Property());
        store.bind(
                Setting.text("client.certificate-chain", sample(samples, "client.crt")),
                inputs.identity.chain().pathProperty());
        store.bind(
                Setting.text("client.private-key", sample(samples, "client.key")),
                inputs.identity.key().pathProperty());
        // After the paths: another path takes the choice back.
        store.bind(
                Setting.entry("client.certificate-entry"),
                inputs.identity.chain().choiceProperty());
        store.bind(Setting.entry("client.key-entry"), inputs.identity.key().choiceProperty());
        store.bind(
                Setting.text("client.trusted-ca", sample(samples, "server_ca.crt")),
                inputs.trust.slot().pathProperty());
        store.bind(
                Setting.choice("client.revocation", RevocationChecking.Source.OFF), inputs.revocation.sourceProperty());
        store.bind(
                Setting.text("client.revocation-list", ""),
                inputs.revocation.lists().pathProperty());
        store.bind(Setting.flag("client.soft-fail", false), inputs.revocation.softFailProperty());
        store.bind(Setting.flag("client.ask-status", true), inputs.askStatus);
        store.bind(Setting.choice("client.trust", TrustFile.Source.FILE), inputs.trust.sourceProperty());
    }

    private static String sample(SampleFiles samples, String name) {
        return samples.path(name).toString();
    }
}
