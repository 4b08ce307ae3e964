package org.mtlsplayground.commands;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.LoadException;

/** {@code openssl s_client} and {@code openssl s_server}. */
final class OpensslCommands {
    private OpensslCommands() {}

    static String client(ClientSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Words words = new Words("openssl s_client");
        words.add("-connect", Hosts.at(settings.host(), settings.port()));
        if (settings.serverName().isEmpty()) {
            words.add("-noservername");
        } else {
            words.add("-servername", settings.serverName());
        }
        identity(kit, words);
        trust(wishes, kit, words);
        words.add("-verify_return_error");
        if (settings.verifyHostName()) {
            String name = Hosts.expected(settings);
            words.add(Hosts.isAddress(name) ? "-verify_ip" : "-verify_hostname", name);
        }
        algorithms(wishes, words);
        if (settings.askStatus()) {
            words.add("-status");
        }
        words.add("-quiet");
        Remarks.client(kit.remarks, Target.OPENSSL, settings);
        String said = "printf '%s' " + Quotes.shell(settings.message());
        return kit.command(said + " | " + words.text());
    }

    static String server(ServerSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Words words = new Words("openssl s_server");
        words.add("-accept", Hosts.at(settings.address(), settings.port()));
        identity(kit, words);
        if (settings.clientAuthentication() != ClientAuthentication.NONE) {
            words.add(settings.clientAuthentication() == ClientAuthentication.REQUIRED ? "-Verify" : "-verify", "10");
            words.add("-verify_return_error");
            trust(wishes, kit, words);
        }
        algorithms(wishes, words);
        if (settings.staple()) {
            words.add("-status");
            settings.staplingResponder().ifPresent(at -> words.add("-status_url", at.toString()));
        }
        words.add("-quiet");
        Remarks.server(kit.remarks, Target.OPENSSL, settings);
        return kit.command("printf '%s' " + Quotes.shell(settings.reply()) + " | " + words.text());
    }

    /** Of the file of -cert the first certificate alone is sent, so the others have one of their own. */
    private static void identity(Kit kit, Words words) throws LoadException {
        Optional<Ref> chain = kit.chain();
        Optional<Ref> key = kit.key();
        chain.ifPresent(file -> words.addFile("-cert", file));
        key.ifPresent(file -> words.addFile("-key", file));
        if (chain.isPresent() && kit.hasIssuers()) {
            Ref.Made issuers = kit.preparation.made("issuers.pem");
            kit.preparation.line(
                    "sed '1,/-----END CERTIFICATE-----/d' " + chain.get().shell() + " > " + issuers.shell());
            words.addFile("-cert_chain", issuers);
        }
    }

    private static void trust(Wishes wishes, Kit kit, Words words) throws LoadException {
        if (wishes.trust().platform()) {
            return;
        }
        words.add("-no-CApath");
        words.add("-no-CAstore");
        Optional<Ref> trusted = kit.trust();
        if (trusted.isEmpty()) {
            words.add("-no-CAfile");
        }
        List<Ref> lists = Remarks.looksAtLists(wishes.revocation()) ? kit.lists() : List.of();
        // Of the file of -CRL the first list alone is read, of that of -CAfile all of them.
        boolean one = lists.size() == 1 && wishes.revocation().lists().size() <= 1;
        trusted.ifPresent(file -> words.addFile("-CAfile", one || lists.isEmpty() ? file : kit.withLists(file, lists)));
        if (wishes.trustsOthersThanRoots()) {
            words.add("-partial_chain");
        }
        if (one) {
            words.addFile("-CRL", lists.get(0));
        }
        if (!lists.isEmpty()) {
            words.add(wishes.revocation().wholeChain() ? "-crl_check_all" : "-crl_check");
        }
    }

    private static void algorithms(Wishes wishes, Words words) {
        words.add("-min_protocol", wishes.oldest());
        words.add("-max_protocol", wishes.newest());
        words.addUnlessEmpty("-ciphersuites", wishes.suites13());
        words.addUnlessEmpty("-cipher", wishes.suites12());
        words.addUnlessEmpty("-groups", OpensslNames.groups(wishes.groups()));
        words.addUnlessEmpty("-sigalgs", OpensslNames.schemes(wishes.schemes()));
        words.addUnlessEmpty("-alpn", String.join(",", wishes.protocols()));
    }
}
