package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlsplayground.ca.WrongInput;
import org.mtlsplayground.ca.WrongInputException;
import org.mtlsplayground.text.Messages;

/** Tells what was made and written: lines for people, or one JSON object. */
final class Issuance {
    private final Terminal terminal;
    private final boolean json;
    private final List<String> notices = new ArrayList<>();

    Issuance(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Says something besides, in the end. */
    void notice(String words) {
        notices.add(words);
    }

    /** Tells of certificates and of the files that were written. */
    void tell(List<X509Certificate> certificates, List<Path> files) {
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(
                    "certificates",
                    certificates.stream()
                            .map(certificate -> InspectJson.certificate(certificate, false))
                            .toList());
            members.put("files", files.stream().map(Path::toString).toList());
            members.put("notices", notices);
            terminal.data(Json.of(members));
            return;
        }
        certificates.forEach(
                certificate -> terminal.line(Messages.get("cli.issue.made", InspectText.headline(certificate))));
        files.forEach(file -> terminal.line(Messages.get("cli.issue.wrote", file)));
        notices.forEach(terminal::line);
    }

    /** The first thing that is wrong with what was asked for, as a sentence. */
    static WrongUseException wrong(WrongInputException e) {
        WrongInput first = e.problems().get(0);
        return new WrongUseException(Messages.get("cli.input." + first.why(), first.value()));
    }
}
