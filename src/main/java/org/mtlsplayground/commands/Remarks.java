package org.mtlsplayground.commands;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.text.Messages;

/** What a program can't be told, or does otherwise: said in comments of its command. */
final class Remarks {
    private static final Set<Target> JAVA = EnumSet.of(Target.JAVA, Target.HTTP_CLIENT);

    private Remarks() {}

    /** Whether revocation lists are looked at. */
    static boolean looksAtLists(RevocationChecking checking) {
        return checking.source() == RevocationChecking.Source.CRL || checking.source() == RevocationChecking.Source.ANY;
    }

    static void client(List<String> remarks, Target target, ClientSettings settings) {
        Wishes wishes = Wishes.of(settings);
        both(remarks, target, wishes);
        if (!settings.verifyHostName() && target == Target.CURL) {
            add(remarks, "commands.remark.anyHost");
        }
        if (settings.resume()) {
            add(remarks, "commands.remark.resume");
        }
        if (settings.jdkChooses() && settings.identity().isPresent() && !JAVA.contains(target)) {
            add(remarks, "commands.remark.jdkChooses");
        }
        if (target == Target.CURL || target == Target.HTTP_CLIENT) {
            add(remarks, "commands.remark.http");
        }
        boolean unnamed = settings.serverName().isEmpty() && !Hosts.isAddress(settings.host());
        if (unnamed && (target == Target.CURL || target == Target.PYTHON || target == Target.HTTP_CLIENT)) {
            add(remarks, "commands.remark.named", settings.host());
        }
        if (target == Target.CURL && wishes.trust().isNone()) {
            add(remarks, "commands.remark.curlNobody");
        }
        if (target == Target.NODE) {
            add(remarks, "commands.remark.nodeLeaves");
        }
        if (target == Target.OPENSSL) {
            add(remarks, "commands.remark.noTimeout");
        }
    }

    static void server(List<String> remarks, Target target, ServerSettings settings) {
        both(remarks, target, Wishes.of(settings));
        if (!settings.serverNames().isEmpty()) {
            add(remarks, "commands.remark.serverNames");
        }
        if (!settings.allowedSubjects().isEmpty()) {
            add(remarks, "commands.remark.subjects");
        }
        boolean staples = target == Target.OPENSSL || target == Target.NGINX;
        if (settings.staple() && !staples) {
            add(remarks, "commands.remark.staple");
        }
        switch (target) {
            case OPENSSL -> {
                add(remarks, "commands.remark.firstAnswered");
                add(remarks, "commands.remark.noTimeout");
            }
            case NGINX -> add(remarks, "commands.remark.nginx");
            case PYTHON -> {
                add(remarks, "commands.remark.bareWords");
                if (settings.clientAuthentication() != ClientAuthentication.NONE) {
                    add(remarks, "commands.remark.noCaList");
                }
            }
            case NODE -> {
                add(remarks, "commands.remark.bareWords");
                if (settings.clientAuthentication() != ClientAuthentication.NONE) {
                    add(remarks, "commands.remark.node");
                }
            }
            default -> add(remarks, "commands.remark.bareWords");
        }
    }

    private static void both(List<String> remarks, Target target, Wishes wishes) {
        boolean java = JAVA.contains(target);
        if (wishes.trust().platform() && !java) {
            add(remarks, target == Target.NODE ? "commands.remark.trust.node" : "commands.remark.trust.system");
        }
        if (wishes.trustsOthersThanRoots() && (target == Target.NGINX || target == Target.NODE)) {
            add(remarks, "commands.remark.partialChain");
        }
        if (!wishes.suites13().isEmpty() && target == Target.PYTHON) {
            add(remarks, "commands.remark.suites13");
        }
        if (!wishes.groups().isEmpty() && target == Target.PYTHON) {
            add(remarks, "commands.remark.groups", String.join(", ", wishes.groups()));
        }
        if (!wishes.schemes().isEmpty() && (target == Target.PYTHON || target == Target.CURL)) {
            add(remarks, "commands.remark.schemes", String.join(", ", wishes.schemes()));
        }
        if (target == Target.HTTP_CLIENT && !wishes.protocols().isEmpty()) {
            add(remarks, "commands.remark.protocols", String.join(", ", wishes.protocols()));
        }
        if (target == Target.CURL && !CurlCommand.canOffer(wishes.protocols())) {
            add(remarks, "commands.remark.protocols", String.join(", ", wishes.protocols()));
        }
        if (target == Target.NGINX && !wishes.protocols().isEmpty()) {
            add(remarks, "commands.remark.protocols", String.join(", ", wishes.protocols()));
        }
        revocation(remarks, java, wishes);
        boolean wantsAll = target == Target.CURL || target == Target.NGINX;
        if (wantsAll
                && looksAtLists(wishes.revocation())
                && !wishes.revocation().wholeChain()) {
            add(remarks, "commands.remark.crl.all");
        }
        boolean legacy = !java
                && wishes.versions().contains(TlsVersion.TLS_1_2)
                && wishes.suites().stream()
                        .anyMatch(suite -> suite.startsWith("TLS_ECDH_") || suite.contains("_anon_"));
        if (legacy) {
            add(remarks, "commands.remark.oldSuites");
        }
    }

    private static void revocation(List<String> remarks, boolean java, Wishes wishes) {
        RevocationChecking checking = wishes.revocation();
        if (checking.isOff() || (java && checking.source() == RevocationChecking.Source.CRL)) {
            return;
        }
        if (checking.source() != RevocationChecking.Source.CRL) {
            add(remarks, "commands.remark.ocsp");
        } else if (checking.lists().isEmpty()) {
            add(remarks, "commands.remark.crl.fetched");
        }
        if (checking.softFail()) {
            add(remarks, "commands.remark.softFail");
        }
    }

    private static void add(List<String> remarks, String key, Object... arguments) {
        remarks.add(Messages.get(key, arguments));
    }
}
