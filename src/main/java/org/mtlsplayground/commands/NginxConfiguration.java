package org.mtlsplayground.commands;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.LoadException;

/**
 * nginx in the foreground with a configuration of its own. It reads variables in the names of certificates, so that the
 * files are linked to plain names.
 */
final class NginxConfiguration {
    private NginxConfiguration() {}

    static String server(ServerSettings settings, SideFiles files) throws LoadException {
        Wishes wishes = Wishes.of(settings);
        Kit kit = new Kit(wishes, files, false);
        Script conf = new Script();
        conf.line("daemon off;");
        conf.line("master_process off;");
        conf.line("pid nginx.pid;");
        conf.line("error_log stderr info;");
        conf.line("events {}");
        conf.line("http {");
        conf.line("  access_log /dev/stdout;");
        conf.line("  client_body_temp_path body;");
        conf.line("  proxy_temp_path proxy;");
        conf.line("  fastcgi_temp_path fastcgi;");
        conf.line("  uwsgi_temp_path uwsgi;");
        conf.line("  scgi_temp_path scgi;");
        conf.line("  server {");
        conf.line("    listen %s ssl;", Quotes.nginx(Hosts.at(settings.address(), settings.port())));
        Optional<Ref> chain = kit.chain();
        Optional<Ref> key = kit.key();
        chain.ifPresent(file -> conf.line("    ssl_certificate %s;", linked(kit, file, "cert.pem")));
        key.ifPresent(file -> conf.line("    ssl_certificate_key %s;", linked(kit, file, "cert.key")));
        clients(settings, wishes, kit, conf);
        algorithms(wishes, conf);
        if (settings.staple()) {
            conf.line("    ssl_stapling on;");
            settings.staplingResponder()
                    .ifPresent(at -> conf.line("    ssl_stapling_responder %s;", Quotes.nginx(at.toString())));
        }
        conf.line("    client_header_timeout %ds;", settings.handshakeTimeout().toSeconds());
        conf.line("    location / {");
        conf.line("      root .;");
        conf.line("      default_type text/plain;");
        conf.line("      rewrite ^ /reply break;");
        conf.line("    }");
        conf.line("  }");
        conf.line("}");
        Ref.Made reply = kit.preparation.made("reply");
        kit.preparation.line("printf '%s' " + Quotes.shell(settings.reply()) + " > " + reply.shell());
        kit.preparation.write(kit.preparation.made("nginx.conf"), conf.text());
        Remarks.server(kit.remarks, Target.NGINX, settings);
        String folder = "\"$" + Ref.FOLDER + "\"";
        return kit.command("nginx -e stderr -p " + folder + " -c nginx.conf");
    }

    private static void clients(ServerSettings settings, Wishes wishes, Kit kit, Script conf) throws LoadException {
        if (settings.clientAuthentication() == ClientAuthentication.NONE) {
            return;
        }
        boolean required = settings.clientAuthentication() == ClientAuthentication.REQUIRED;
        Optional<Ref> trusted = kit.trust();
        if (trusted.isPresent()) {
            conf.line("    ssl_verify_client %s;", required ? "on" : "optional");
            conf.line("    ssl_client_certificate %s;", linked(kit, trusted.get(), "ca.pem"));
            conf.line("    ssl_verify_depth 10;");
        } else {
            conf.line("    return 403;");
        }
        if (Remarks.looksAtLists(wishes.revocation())) {
            Optional<Ref> lists = kit.listsInOne();
            if (lists.isPresent()) {
                conf.line("    ssl_crl %s;", linked(kit, lists.get(), "crl.pem"));
            }
        }
    }

    private static void algorithms(Wishes wishes, Script conf) {
        StringBuilder versions = new StringBuilder();
        for (TlsVersion version : List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3)) {
            versions.append(wishes.versions().contains(version) ? " " + version.jsseName() : "");
        }
        conf.line("    ssl_protocols%s;", versions);
        if (!wishes.suites13().isEmpty()) {
            conf.line("    ssl_conf_command Ciphersuites %s;", wishes.suites13());
        }
        if (!wishes.suites12().isEmpty()) {
            conf.line("    ssl_ciphers %s;", wishes.suites12());
        }
        if (!wishes.groups().isEmpty()) {
            conf.line("    ssl_ecdh_curve %s;", OpensslNames.groups(wishes.groups()));
        }
        if (!wishes.schemes().isEmpty()) {
            String schemes = OpensslNames.schemes(wishes.schemes());
            conf.line("    ssl_conf_command SignatureAlgorithms %s;", schemes);
            conf.line("    ssl_conf_command ClientSignatureAlgorithms %s;", schemes);
        }
    }

    /** The name of a link to the file, beside the configuration. */
    private static String linked(Kit kit, Ref file, String name) {
        if (file instanceof Ref.Made made) {
            return made.name();
        }
        Ref.Made link = kit.preparation.made(name);
        kit.preparation.line("ln -s " + file.shell() + " " + link.shell());
        return link.name();
    }
}
