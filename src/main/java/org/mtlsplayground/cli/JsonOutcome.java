package org.mtlsplayground.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.transcript.AlteredRecord;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.Transcript;

/** How a connection ended, as the members of a JSON object. What is not known is null. */
final class JsonOutcome {
    private JsonOutcome() {}

    static Map<String, Object> of(Connection connection, Transcript transcript, Verdict verdict) {
        Negotiation negotiation = transcript.negotiation();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", connection.number());
        members.put("outcome", outcome(verdict.kind()));
        members.put("verdict", verdict.headline());
        members.put("detail", verdict.detail().plain());
        members.put("cause", verdict.why().cause().id());
        members.put("certain", verdict.why().certain());
        members.put("refused_at", verdict.why().message().orElse(null));
        members.put(
                "evidence",
                verdict.explanation().evidence().stream()
                        .map(evidence -> evidence.words().plain())
                        .toList());
        members.put(
                "remedies",
                verdict.explanation().remedies().stream()
                        .map(remedy -> remedy.words().plain())
                        .toList());
        members.put("version", negotiation.version().map(CodePoints::version).orElse(null));
        members.put(
                "cipher_suite",
                negotiation.cipherSuite().map(CodePoints::cipherSuite).orElse(null));
        members.put("group", negotiation.group().map(CodePoints::group).orElse(null));
        members.put("server_name", negotiation.serverName().orElse(null));
        members.put("alpn", negotiation.applicationProtocol().orElse(null));
        members.put("resumed", negotiation.resumed());
        members.put(
                "alert",
                negotiation
                        .fatalAlert()
                        .map(alert -> CodePoints.alert(alert.description()))
                        .orElse(null));
        members.put("refused_by", verdict.refusedBy().map(JsonMessage::lower).orElse(null));
        members.put(
                "altered",
                transcript.altered().stream().map(JsonOutcome::altered).toList());
        members.put("client", connection.capture().client().map(Where::of).orElse(null));
        members.put("server", connection.capture().server().map(Where::of).orElse(null));
        members.put("client_said", said(connection, Side.CLIENT));
        members.put("server_said", said(connection, Side.SERVER));
        members.put("file", connection.origin().orElse(null));
        return members;
    }

    private static Map<String, Object> altered(AlteredRecord one) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", one.fromClient() ? "client" : "server");
        members.put("record", one.number() == 0 ? null : one.number());
        members.put(
                "sent",
                one.sent().stream().map(event -> EventText.of(event).name()).toList());
        members.put("change", JsonMessage.lower(one.change()));
        members.put("ending", JsonMessage.lower(one.ending()));
        return members;
    }

    /** The four of which a script decides; whatever is none of the first three did not come about. */
    private static String outcome(Verdict.Kind kind) {
        return switch (kind) {
            case MUTUAL, SERVER_ONLY, REFUSED -> JsonMessage.lower(kind);
            case FAILED, CANCELLED, OPEN -> JsonMessage.lower(Verdict.Kind.FAILED);
        };
    }

    private static String said(Connection connection, Side speaker) {
        Optional<Outcome> heard = connection.outcome(speaker.other());
        return heard.filter(Outcome.Success.class::isInstance)
                .map(outcome -> ((Outcome.Success) outcome).received())
                .orElse(null);
    }
}
