package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.WrongInputException;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code issue root}, {@code issue intermediate}, {@code issue server}, {@code issue client}: one certificate and its key. */
@Command
final class IssueCommand implements Callable<Integer> {
    /** What is made. */
    enum Kind {
        ROOT(Role.CA, 20 * 365),
        INTERMEDIATE(Role.CA, 10 * 365),
        SERVER(Role.SERVER, 824),
        CLIENT(Role.CLIENT, 824);

        private final Role role;
        private final int usualDays;

        Kind(Role role, int usualDays) {
            this.role = role;
            this.usualDays = usualDays;
        }

        private NewCertificate usual(List<String> names) {
            return switch (this) {
                case ROOT -> Presets.root(first(names, "Demo Root CA"));
                case INTERMEDIATE -> Presets.intermediate(first(names, "Demo Intermediate CA"));
                case SERVER -> Presets.server(names.toArray(String[]::new));
                case CLIENT -> Presets.client(first(names, "alice"));
            };
        }

        private static String first(List<String> names, String otherwise) {
            return names.isEmpty() ? otherwise : names.get(0);
        }
    }

    private final Terminal terminal;
    private final Kind kind;

    @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "cli.parameter.issued")
    private List<String> names = List.of();

    @Mixin
    private WishOptions wish = new WishOptions();

    @Mixin
    private IssuerOptions issuer = new IssuerOptions();

    @Option(
            names = "--break",
            paramLabel = "FAULT",
            converter = IssueWords.Broken.class,
            descriptionKey = "cli.issue.break")
    private Fault fault;

    @Option(names = "--keep", paramLabel = "FOLDER", descriptionKey = "cli.issue.keep")
    private Path keep;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--json", descriptionKey = "cli.option.json.issue")
    private boolean json;

    IssueCommand(Terminal terminal, Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    @Override
    public Integer call() throws WrongUseException {
        if (kind == Kind.ROOT && issuer.isNamed()) {
            throw new WrongUseException(Messages.get("cli.wrong.rootIssuer"));
        }
        if (kind == Kind.ROOT && fault != null) {
            throw new WrongUseException(Messages.get("cli.wrong.fault", IssueWords.word(fault)));
        }
        if (keep != null && kind.role != Role.CA) {
            throw new WrongUseException(Messages.get("cli.wrong.keepNoCa"));
        }
        NewCertificate wanted = kind.usual(kind == Kind.SERVER ? names : names.subList(0, Math.min(1, names.size())));
        if (kind != Kind.SERVER && names.size() > 1) {
            throw new WrongUseException(Messages.get("cli.wrong.oneName"));
        }
        wish.on(wanted, Instant.now(), kind.usualDays);
        try {
            issue(wanted);
            return Status.SUCCESS;
        } catch (WrongInputException e) {
            throw Issuance.wrong(e);
        }
    }

    private void issue(NewCertificate wanted) throws WrongUseException {
        Optional<Authority> books = issuer.authority();
        Optional<Identity> above = books.isPresent() ? books.map(Authority::identity) : issuer.files();
        Issuance told = new Issuance(terminal, json);
        Saveable made;
        if (kind == Kind.ROOT) {
            made = Saveable.of(wanted.create());
        } else {
            ChainPlan plan = above.map(ca -> ChainPlan.under(kind.role, ca, uppermost(ca), wanted))
                    .orElseGet(() -> Presets.chainOfThree(kind.role, wanted));
            made = Saveable.of(issue(plan));
            if (above.isEmpty()) {
                told.notice(Messages.get("cli.issue.caNotKept"));
            }
        }
        X509Certificate leaf = made.chain().get(0);
        List<Path> written = write(made, CertificateDescription.of(leaf).name());
        if (books.isPresent() && fault == null) {
            books.get().enter(leaf);
            issuer.keep(books.get());
        }
        told.tell(List.of(leaf), written);
    }

    private Material issue(ChainPlan plan) throws WrongUseException {
        if (fault == null) {
            return plan.issue();
        }
        if (!plan.possibleFaults().contains(fault)) {
            throw new WrongUseException(Messages.get("cli.wrong.fault", IssueWords.word(fault)));
        }
        return plan.issue(fault);
    }

    private List<Path> write(Saveable made, String name) throws WrongUseException {
        if (keep == null) {
            return store.write(store.files(made, name));
        }
        Identity authority = new Identity(made.chain(), made.key().orElseThrow());
        BooksOptions.keep(new Authority(authority), keep, store.password());
        return List.of(keep);
    }

    /** Whom the other side trusts: the uppermost that is at hand. */
    static X509Certificate uppermost(Identity ca) {
        return ca.chain().get(ca.chain().size() - 1);
    }
}
