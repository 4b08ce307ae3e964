package org.mtlsplayground.ui.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A line of the tree with the lines below it: each certificate stands below its issuer. */
record ChainNode(ChainEntry entry, List<ChainNode> children) {
    ChainNode {
        children = List.copyOf(children);
    }

    /** A group as a tree. Takes time where there are many: not for the FX thread. */
    static ChainNode of(CertificateGroup group, Optional<OpenFile> file) {
        List<ChainNode> all = new ArrayList<>(Forest.of(group));
        for (StatusDocument document : group.statuses()) {
            all.add(new ChainNode(StatusDetails.entry(group.title(), document), List.of()));
        }
        return new ChainNode(new ChainEntry.Heading(group.title(), group.note(), file), all);
    }

    /** The first certificate to be shown of a heading: the leaf. */
    ChainNode deepest() {
        ChainNode node = this;
        while (!node.children.isEmpty()) {
            node = node.children.get(0);
        }
        return node;
    }

    /** Itself and all below it, from top to bottom. */
    Stream<ChainEntry> entries() {
        return Stream.concat(Stream.of(entry), children.stream().flatMap(ChainNode::entries));
    }
}
