package org.mtlsplayground.report;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Negotiation;

/** The page: what happened, the diagram, each message, both sides' certificates, and where it was asked for the secrets. */
final class Page {
    /** Certificates of one side; a chain of more is odd, and anybody can send one. */
    private static final int MOST_CERTIFICATES = 10;

    private static final int LONGEST_VALUE = 500;
    private static final int DEEPEST = 30;
    private static final int MOST_SECRETS = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Contents contents;
    private final Markup out = new Markup();

    private Page(Contents contents) {
        this.contents = contents;
    }

    static String of(Contents contents, String style) {
        return new Page(contents).whole(style);
    }

    private String whole(String style) {
        out.raw("<!DOCTYPE html>\n").open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        String title = contents.main().title();
        out.element("title", title)
                .open("style")
                .raw(style)
                .close("style")
                .close("head")
                .line();
        out.open("body").open("main");
        out.element("h1", title);
        for (Told told : contents.halves()) {
            facts(told);
            VerdictPart.write(out, told.verdict(), contents.whose(told));
        }
        out.open("section").element("h2", Messages.get("report.section.diagram"));
        out.open("div", "class", "picture");
        Svg.write(out, Diagram.of(contents), "");
        out.close("div").close("section").line();
        contents.halves().forEach(told -> MessagesPart.write(out, told, contents.whose(told)));
        for (Told told : contents.halves()) {
            certificates(told, Side.SERVER);
            certificates(told, Side.CLIENT);
        }
        boolean withSecrets = contents.main().withSecrets();
        if (withSecrets) {
            contents.halves().forEach(this::secrets);
        }
        out.element("footer", Messages.get(withSecrets ? "report.foot.secrets" : "report.foot"));
        out.close("main").close("body").close("html").line();
        return out.toString();
    }

    private void facts(Told told) {
        Negotiation settled = told.transcript().negotiation();
        out.open("dl", "class", "facts");
        fact("report.fact.time", Optional.of(TIME.format(told.connection().startedAt())));
        fact("report.fact.client", told.address(Side.CLIENT));
        fact("report.fact.server", told.address(Side.SERVER));
        fact("report.fact.name", settled.serverName());
        fact("report.fact.version", settled.version().map(CodePoints::version));
        fact("report.fact.suite", settled.cipherSuite().map(CodePoints::cipherSuite));
        fact("report.fact.group", settled.group().map(CodePoints::group));
        fact("report.fact.protocol", settled.applicationProtocol());
        fact("report.fact.resumed", Optional.of(Messages.get("report.yes")).filter(yes -> settled.resumed()));
        fact("report.fact.file", told.connection().origin());
        out.close("dl").line();
    }

    private void fact(String key, Optional<String> value) {
        value.filter(text -> !text.isBlank())
                .ifPresent(text -> out.open("div")
                        .element("dt", Messages.get(key))
                        .element("dd", Markup.shortened(text, LONGEST_VALUE))
                        .close("div"));
    }

    private void certificates(Told told, Side side) {
        List<X509Certificate> chain = told.chain(side);
        heading(told, "report.section.certificates." + side);
        if (chain.isEmpty()) {
            out.element("p", Messages.get("report.certificates.none"));
        }
        chain.stream().limit(MOST_CERTIFICATES).forEach(this::certificate);
        if (chain.size() > MOST_CERTIFICATES) {
            out.element("p", Messages.get("report.certificates.more", chain.size() - MOST_CERTIFICATES));
        }
        out.close("section").line();
    }

    private void heading(Told told, String key) {
        out.open("section").element("h2", contents.whose(told).apply(Messages.get(key)));
    }

    private void certificate(X509Certificate certificate) {
        String name = CertificateDescription.of(certificate).name();
        out.open("article").element("h3", Markup.shortened(name, LONGEST_VALUE));
        out.open("ul", "class", "fields");
        CertificateFields.of(certificate).fields().forEach(field -> field(field, 0));
        out.close("ul");
        try {
            String base64 = LINES.encodeToString(certificate.getEncoded());
            out.open("details").element("summary", Messages.get("report.pem"));
            out.element("pre", "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----");
            out.close("details");
        } catch (CertificateEncodingException e) {
            // One without a DER form has no PEM either, and its fields are told.
        }
        out.close("article").line();
    }

    private void field(CertificateField field, int depth) {
        if (MessagesPart.isFull(out) || depth > DEEPEST) {
            return;
        }
        String name = field.critical() ? Messages.get("report.critical", field.name()) : field.name();
        String value = Markup.shortened(field.value(), LONGEST_VALUE);
        out.open("li").element("span", name, "class", "name").text(" ").element("span", value, "class", "value");
        if (!field.parts().isEmpty()) {
            out.open("ul");
            field.parts().forEach(part -> field(part, depth + 1));
            out.close("ul");
        }
        out.close("li");
    }

    private void secrets(Told told) {
        heading(told, "report.section.secrets");
        List<KeyLogEntry> secrets = told.transcript().keyLog();
        StringBuilder lines = new StringBuilder();
        secrets.stream()
                .limit(MOST_SECRETS)
                .forEach(entry -> lines.append(entry.line()).append('\n'));
        out.element("p", Messages.get(secrets.isEmpty() ? "report.secrets.none" : "report.secrets"));
        if (!secrets.isEmpty()) {
            out.element("pre", lines.toString());
        }
        out.close("section").line();
    }
}
