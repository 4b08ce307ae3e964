package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.pki.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code issue set}: root, intermediate, server and client, with which a mutual handshake succeeds. */
@Command(name = "set")
final class IssueSetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "HOST", arity = "0..*", descriptionKey = "cli.parameter.hosts")
    private List<String> hosts = List.of();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--json", descriptionKey = "cli.option.json.issue")
    private boolean json;

    IssueSetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException {
        Identity root = Presets.root("Demo Root CA").create();
        Identity intermediate =
                Presets.intermediate("Demo Intermediate CA").issuedBy(root).create();
        Identity server = Presets.server(hosts.toArray(String[]::new))
                .issuedBy(intermediate)
                .create();
        Identity client = Presets.client("alice").issuedBy(intermediate).create();
        List<X509Certificate> anchors = root.chain();
        String prefix = store.prefix();
        List<NewFile> files = new ArrayList<>();
        files.addAll(store.filesNamed(Saveable.of(root), prefix + "root"));
        files.addAll(store.filesNamed(Saveable.of(intermediate), prefix + "intermediate"));
        files.addAll(store.filesNamed(trusting(server, anchors), prefix + "server"));
        files.addAll(store.filesNamed(trusting(client, anchors), prefix + "client"));
        List<Path> written = store.write(files);
        new Issuance(terminal, json)
                .tell(List.of(root.leaf(), intermediate.leaf(), server.leaf(), client.leaf()), written);
        return Status.SUCCESS;
    }

    private static Saveable trusting(Identity identity, List<X509Certificate> anchors) {
        return new Saveable(identity.chain(), Optional.of(identity.key()), anchors);
    }
}
