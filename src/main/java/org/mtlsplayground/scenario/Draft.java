package org.mtlsplayground.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/** A scenario being written down: what differs from sound mutual TLS, step by step, and at the end what comes of it. */
final class Draft {
    private final String id;
    private final Category category;
    private final List<Integer> rows;
    private final List<Step> steps = new ArrayList<>();
    private Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);

    /** A step of a recipe. */
    @FunctionalInterface
    interface Step {
        void change(Kit kit) throws IOException;
    }

    private Draft(Category category, String id, List<Integer> rows) {
        this.category = category;
        this.id = id;
        this.rows = rows;
    }

    static Draft of(Category category, String id, Integer... rows) {
        return new Draft(category, id, List.of(rows));
    }

    /** In one version of TLS alone. */
    Draft only(TlsVersion version) {
        versions = EnumSet.of(version);
        return this;
    }

    Draft with(Step step) {
        steps.add(step);
        return this;
    }

    /** The client has this chain. */
    Draft client(ChainPlan plan) {
        return with(kit -> kit.ofClient(plan.issue()));
    }

    /** The server has this chain. */
    Draft server(ChainPlan plan) {
        return with(kit -> kit.ofServer(plan.issue()));
    }

    /** The client's certificate has this fault. */
    Draft client(Fault fault) {
        return with(kit -> kit.ofClient(Chains.client().issue(fault)));
    }

    /** The server's certificate has this fault. */
    Draft server(Fault fault) {
        return with(kit -> kit.ofServer(Chains.server().issue(fault)));
    }

    /** These settings differ. */
    Draft settings(BiConsumer<ClientSettings.Builder, ServerSettings.Builder> change) {
        return with(kit -> change.accept(kit.client, kit.server));
    }

    /** These settings of the client differ. */
    Draft clientSettings(Consumer<ClientSettings.Builder> change) {
        return with(kit -> change.accept(kit.client));
    }

    /** These settings of the server differ. */
    Draft serverSettings(Consumer<ServerSettings.Builder> change) {
        return with(kit -> change.accept(kit.server));
    }

    /** The client connects twice. */
    Draft twice() {
        return with(kit -> kit.twice(() -> {}));
    }

    /** This happens to the bytes on their way. */
    Draft rule(WireRule rule) {
        return with(kit -> kit.rules.add(rule));
    }

    /** Nobody refuses. */
    Scenario ends(Verdict.Kind kind, Cause cause) {
        return ends((version, jdk) -> Expectation.of(kind, cause));
    }

    /** One side refuses, in each version alike. */
    Scenario refused(Side by, String message, String alert, Cause cause) {
        return ends((version, jdk) -> Expectation.refused(by, message, alert, cause));
    }

    Scenario ends(Scenario.Expectations expectations) {
        List<Step> all = List.copyOf(steps);
        Scenario.Recipe recipe = version -> {
            Kit kit = new Kit(version);
            boolean done = false;
            try {
                for (Step step : all) {
                    step.change(kit);
                }
                done = true;
                return kit.setup();
            } finally {
                if (!done) {
                    kit.letGo();
                }
            }
        };
        return new Scenario(id, category, rows, versions, recipe, expectations);
    }
}
