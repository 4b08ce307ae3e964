package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.ca.WrongInputException;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code issue sign}: a certificate for a request (CSR); {@code issue again}: one that is there, with something changed. */
@Command
final class IssueSignCommand implements Callable<Integer> {
    private static final int USUAL_DAYS = 824;

    private final Terminal terminal;
    private final boolean again;

    @Parameters(paramLabel = "FILE", arity = "1", descriptionKey = "cli.parameter.signed")
    private Path file;

    @Option(
            names = "--for",
            paramLabel = "client|server",
            converter = IssueWords.LeafRole.class,
            descriptionKey = "cli.issue.for")
    private Role role;

    @Mixin
    private WishOptions wish = new WishOptions();

    @Mixin
    private IssuerOptions issuer = new IssuerOptions();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--json", descriptionKey = "cli.option.json.issue")
    private boolean json;

    /** @param again whether the file is a certificate, to be issued once more, and no request */
    IssueSignCommand(Terminal terminal, boolean again) {
        this.terminal = terminal;
        this.again = again;
    }

    @Override
    public Integer call() throws WrongUseException {
        Optional<Authority> books = issuer.authority();
        Optional<Identity> above = books.isPresent() ? books.map(Authority::identity) : issuer.files();
        if (above.isEmpty()) {
            throw new WrongUseException(Messages.get("cli.wrong.issuerNeeded"));
        }
        Issuance told = new Issuance(terminal, json);
        NewCertificate wanted = again ? copy() : requested(told);
        Instant now = Instant.now();
        if (!again) {
            wanted.valid(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(USUAL_DAYS)));
        }
        wish.on(wanted, now, USUAL_DAYS);
        if (role != null) {
            wanted.purposes(role == Role.SERVER ? Purpose.SERVER_AUTH : Purpose.CLIENT_AUTH);
        }
        try {
            List<X509Certificate> chain = wanted.issuedBy(above.get()).createChain();
            Saveable made = new Saveable(chain, Optional.empty(), List.of(IssueCommand.uppermost(above.get())));
            List<Path> written = store.write(
                    store.files(made, CertificateDescription.of(chain.get(0)).name()));
            if (books.isPresent()) {
                books.get().enter(chain.get(0));
                issuer.keep(books.get());
            }
            told.tell(List.of(chain.get(0)), written);
            return Status.SUCCESS;
        } catch (WrongInputException e) {
            throw Issuance.wrong(e);
        }
    }

    private NewCertificate copy() throws WrongUseException {
        try (Passwords passwords = new Passwords(null)) {
            return NewCertificate.like(
                    passwords.open(file, PkiFiles::certificates).get(0));
        }
    }

    private NewCertificate requested(Issuance told) throws WrongUseException {
        try {
            SigningRequest request = SigningRequest.load(file);
            if (!request.signatureVerifies()) {
                throw new WrongUseException(Messages.get("cli.wrong.requestSignature", file));
            }
            if (request.asksForAuthority()) {
                told.notice(Messages.get("cli.issue.askedForCa"));
            }
            return request.toCertificate();
        } catch (LoadException e) {
            throw FileProblem.unusable(file, e);
        }
    }
}
