package org.mtlsplayground.ca;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The extensions that are asked for, of a certificate or of a request. */
final class WantedExtensions {
    boolean authority;
    /** Negative for none. */
    int pathLength = -1;
    /** Empty for the usual ones. */
    Optional<Set<KeyUse>> keyUses = Optional.empty();

    final List<String> purposes = new ArrayList<>();
    final List<AlternativeName> names = new ArrayList<>();
    final List<AlternativeName> permitted = new ArrayList<>();
    final List<AlternativeName> excluded = new ArrayList<>();
    final List<String> crlPoints = new ArrayList<>();
    final List<String> ocspResponders = new ArrayList<>();
    final List<String> caIssuers = new ArrayList<>();
    final List<String> policies = new ArrayList<>();
    boolean mustStaple;
    String comment = "";
    final List<OtherExtension> others = new ArrayList<>();
    final Map<StandardExtension, Boolean> critical = new EnumMap<>(StandardExtension.class);
    final Set<StandardExtension> without = EnumSet.noneOf(StandardExtension.class);

    /** One of ours is asked for once more: that it should be left out, or be written otherwise, holds no longer. */
    WantedExtensions say(StandardExtension kind) {
        without.remove(kind);
        others.removeIf(other -> other.oid().equals(kind.oid()));
        return this;
    }

    /** How one of ours is to be written. */
    Writing writing(StandardExtension kind) {
        if (without.contains(kind)) {
            return Writing.LEFT_OUT;
        }
        Boolean marked = critical.get(kind);
        return marked == null ? Writing.USUAL : marked ? Writing.CRITICAL : Writing.NOT_CRITICAL;
    }

    /** Sets how one of ours is to be written. */
    void write(StandardExtension kind, Writing how) {
        without.remove(kind);
        critical.remove(kind);
        switch (how) {
            case USUAL -> {}
            case CRITICAL -> critical.put(kind, true);
            case NOT_CRITICAL -> critical.put(kind, false);
            case LEFT_OUT -> without.add(kind);
        }
    }

    WantedExtensions copy() {
        WantedExtensions copy = new WantedExtensions();
        copy.authority = authority;
        copy.pathLength = pathLength;
        copy.keyUses = keyUses.map(Set::copyOf);
        copy.purposes.addAll(purposes);
        copy.names.addAll(names);
        copy.permitted.addAll(permitted);
        copy.excluded.addAll(excluded);
        copy.crlPoints.addAll(crlPoints);
        copy.ocspResponders.addAll(ocspResponders);
        copy.caIssuers.addAll(caIssuers);
        copy.policies.addAll(policies);
        copy.mustStaple = mustStaple;
        copy.comment = comment;
        copy.others.addAll(others);
        copy.critical.putAll(critical);
        copy.without.addAll(without);
        return copy;
    }
}
