package org.mtlsplayground.ui.scenarios;

import java.nio.file.Path;
import java.util.Map;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.CardFiles;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.Setup;

/**
 * A scenario with its certificates, ready for the cards.
 *
 * @param setup to be closed when the cards hold it no more
 * @param folder where its files are
 * @param files for each card what goes where
 * @param javaSeesNoAnchors whether one of them is a key store in which Java itself would see nobody to trust
 */
record Prepared(
        Scenario scenario,
        TlsVersion version,
        Setup setup,
        Path folder,
        Map<Side, CardFiles> files,
        boolean javaSeesNoAnchors) {
    Prepared {
        files = Map.copyOf(files);
    }

    boolean isOf(Scenario other, TlsVersion itsVersion) {
        return scenario.equals(other) && version == itsVersion;
    }
}
