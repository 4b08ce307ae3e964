package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Signatures;

/** Puts each certificate of a group below its issuer. */
final class Forest {
    /** Deeper than any chain that TLS accepts; a longer one from a file goes on beside it. */
    private static final int MAX_DEPTH = 20;

    /** So many of one name are asked whether they made a signature: a bundle may have thousands. */
    private static final int MAX_NAMESAKES = 8;

    private static final int NONE = -1;

    private final CertificateGroup group;
    private final List<X509Certificate> all;
    private final Map<X500Principal, List<Integer>> bySubject = new HashMap<>();
    private final int[] issuers;
    private final Set<Integer> isCut = new HashSet<>();
    private final List<List<Integer>> issued = new ArrayList<>();

    private Forest(CertificateGroup group) {
        this.group = group;
        all = List.copyOf(new LinkedHashSet<>(group.certificates()));
        issuers = new int[all.size()];
        for (int i = 0; i < all.size(); i++) {
            issued.add(new ArrayList<>());
            bySubject
                    .computeIfAbsent(all.get(i).getSubjectX500Principal(), subject -> new ArrayList<>())
                    .add(i);
        }
    }

    static List<ChainNode> of(CertificateGroup group) {
        Forest forest = new Forest(group);
        forest.link();
        return forest.tops();
    }

    private void link() {
        for (int i = 0; i < all.size(); i++) {
            issuers[i] = issuer(i);
            if (issuers[i] != NONE) {
                issued.get(issuers[i]).add(i);
            }
        }
        boolean[] reached = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (issuers[i] == NONE) {
                reach(i, reached);
            }
        }
        // What is left goes round in circles.
        for (int i = 0; i < all.size(); i++) {
            if (!reached[i]) {
                cut(i);
                reach(i, reached);
            }
        }
    }

    /** Goes down from a top, and cuts off what is too deep. */
    private void reach(int top, boolean[] reached) {
        Deque<Integer> tops = new ArrayDeque<>(List.of(top));
        while (!tops.isEmpty()) {
            List<Integer> level = List.of(tops.remove());
            for (int depth = 0; !level.isEmpty(); depth++) {
                List<Integer> below = new ArrayList<>();
                for (int each : level) {
                    reached[each] = true;
                    below.addAll(issued.get(each));
                }
                below.removeIf(each -> reached[each]);
                if (depth == MAX_DEPTH) {
                    below.forEach(this::cut);
                    tops.addAll(below);
                    below = List.of();
                }
                level = below;
            }
        }
    }

    private void cut(int index) {
        if (issuers[index] != NONE) {
            issued.get(issuers[index]).remove((Integer) index);
            issuers[index] = NONE;
            isCut.add(index);
        }
    }

    private int issuer(int index) {
        X509Certificate certificate = all.get(index);
        List<Integer> namesakes = bySubject.getOrDefault(certificate.getIssuerX500Principal(), List.of());
        if (Signatures.isSelfIssued(certificate) || namesakes.isEmpty()) {
            return NONE;
        }
        return namesakes.stream()
                .filter(each -> namesakes.size() > 1)
                .limit(MAX_NAMESAKES)
                .filter(each -> Signatures.isSignedBy(certificate, all.get(each)))
                .findFirst()
                .orElse(namesakes.get(0));
    }

    private List<ChainNode> tops() {
        Map<Object, List<ChainNode>> byIssuer = new LinkedHashMap<>();
        Map<Object, ChainEntry> above = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            int top = top(i);
            if (byIssuer.containsKey(top) || above.containsKey(top)) {
                continue;
            }
            X509Certificate certificate = all.get(top);
            Optional<X509Certificate> known = knownIssuer(certificate);
            ChainNode node = node(top, List.of(), known);
            boolean isLast = Signatures.isSelfIssued(certificate) || isCut.contains(top);
            Object key = isLast ? top : known.<Object>map(each -> each).orElseGet(certificate::getIssuerX500Principal);
            above.put(top, node.entry());
            if (!isLast) {
                above.computeIfAbsent(
                        key,
                        absent -> known.map(this::known)
                                .orElseGet(() -> new ChainEntry.Missing(
                                        CertificateDescription.of(certificate).issuerName())));
            }
            byIssuer.computeIfAbsent(key, fresh -> new ArrayList<>()).add(node);
        }
        List<ChainNode> tops = new ArrayList<>();
        byIssuer.forEach((key, nodes) -> {
            if (key instanceof Integer) {
                tops.addAll(nodes);
            } else {
                tops.add(new ChainNode(above.get(key), nodes));
            }
        });
        return tops;
    }

    private int top(int index) {
        int at = index;
        while (issuers[at] != NONE) {
            at = issuers[at];
        }
        return at;
    }

    private ChainNode node(int index, List<X509Certificate> above, Optional<X509Certificate> knownIssuer) {
        X509Certificate certificate = all.get(index);
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(above);
        Optional<X509Certificate> issuer =
                Signatures.isSelfIssued(certificate) ? Optional.of(certificate) : knownIssuer;
        return new ChainNode(
                present(certificate, issuer, chain, ""),
                issued.get(index).stream()
                        .map(below -> node(below, chain, Optional.of(certificate)))
                        .toList());
    }

    private ChainEntry known(X509Certificate certificate) {
        Optional<X509Certificate> issuer =
                Signatures.isSelfIssued(certificate) ? Optional.of(certificate) : Optional.empty();
        return present(certificate, issuer, List.of(certificate), group.knownNote());
    }

    private ChainEntry present(
            X509Certificate certificate, Optional<X509Certificate> issuer, List<X509Certificate> chain, String note) {
        return new ChainEntry.Present(
                group.title(),
                group.origin(),
                certificate,
                CertificateDescription.of(certificate),
                issuer,
                List.copyOf(chain),
                note);
    }

    /** A name proves nothing: a known certificate is the issuer only if its key made the signature. */
    private Optional<X509Certificate> knownIssuer(X509Certificate top) {
        if (Signatures.isSelfIssued(top)) {
            return Optional.empty();
        }
        return group.known().stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(top.getIssuerX500Principal()))
                .limit(MAX_NAMESAKES)
                .filter(candidate -> Signatures.isSignedBy(top, candidate))
                .findFirst();
    }
}
