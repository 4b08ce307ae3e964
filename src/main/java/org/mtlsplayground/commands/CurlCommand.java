package org.mtlsplayground.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;

/** {@code curl}, which speaks HTTP. */
final class CurlCommand {
    private CurlCommand() {}

    static String client(ClientSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Words words = new Words("curl");
        words.add("--noproxy", "*");
        String name = Hosts.expected(settings);
        if (!name.equals(settings.host())) {
            words.add(
                    "--connect-to", Hosts.at(name, settings.port()) + ":" + Hosts.at(settings.host(), settings.port()));
        }
        Optional<Ref> chain = kit.chain();
        Optional<Ref> key = kit.key();
        chain.ifPresent(file -> words.addWritten("--cert", certificate(file)));
        key.ifPresent(file -> words.addFile("--key", file));
        trust(wishes, kit, words);
        words.add(wishes.versions().contains(TlsVersion.TLS_1_2) ? "--tlsv1.2" : "--tlsv1.3");
        words.add("--tls-max", wishes.newest().substring("TLSv".length()));
        words.addUnlessEmpty("--tls13-ciphers", wishes.suites13());
        words.addUnlessEmpty("--ciphers", wishes.suites12());
        words.addUnlessEmpty("--curves", OpensslNames.groups(wishes.groups()));
        protocols(wishes.protocols(), words);
        words.add("--max-time", String.valueOf(settings.timeout().toSeconds()));
        words.add("--http0.9");
        words.add("--silent --show-error");
        words.addLast("https://" + Hosts.at(name, settings.port()) + "/");
        Remarks.client(kit.remarks, Target.CURL, settings);
        return kit.command(words.text());
    }

    private static void trust(Wishes wishes, Kit kit, Words words) throws LoadException {
        if (wishes.trust().platform()) {
            return;
        }
        // An empty list is an error for curl, which is a refusal, too.
        Ref trusted = kit.trust().orElse(new Ref.There(Path.of("/dev/null")));
        words.addFile("--cacert", trusted);
        words.add("--capath", "/dev/null");
        if (Remarks.looksAtLists(wishes.revocation())) {
            kit.listsInOne().ifPresent(file -> words.addFile("--crlfile", file));
        }
    }

    /** Whether curl can offer these, and nothing besides. */
    static boolean canOffer(List<String> protocols) {
        return protocols.isEmpty()
                || Set.of(List.of("http/1.1"), List.of("h2", "http/1.1")).contains(protocols);
    }

    private static void protocols(List<String> protocols, Words words) {
        if (protocols.isEmpty()) {
            words.add("--no-alpn");
        } else if (protocols.contains("h2")) {
            words.add("--http2");
        } else {
            words.add("--http1.1");
        }
    }

    /** Behind a colon curl expects a password, unless a backslash stands before it. */
    private static String certificate(Ref file) {
        return file instanceof Ref.There there
                ? Quotes.shell(there.text().replace("\\", "\\\\").replace(":", "\\:"))
                : file.shell();
    }
}
