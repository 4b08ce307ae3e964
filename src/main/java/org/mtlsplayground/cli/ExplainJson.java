package org.mtlsplayground.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mtlsplayground.diagnosis.paste.Fact;
import org.mtlsplayground.diagnosis.paste.Likely;
import org.mtlsplayground.diagnosis.paste.Program;
import org.mtlsplayground.diagnosis.paste.Reading;
import org.mtlsplayground.diagnosis.paste.ReadingText;
import org.mtlsplayground.diagnosis.paste.Speaker;
import org.mtlsplayground.scenario.Reproducing;
import org.mtlsplayground.scenario.Scenario;

/** What an error text tells, as the members of a JSON object. What is not known is null. */
final class ExplainJson {
    private ExplainJson() {}

    static Map<String, Object> of(Reading reading) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("recognised", reading.isRecognised());
        members.put("shortened", reading.shortened());
        members.put("speakers", reading.speakers().stream().map(ExplainJson::of).toList());
        members.put("causes", reading.causes().stream().map(ExplainJson::of).toList());
        members.put("facts", reading.facts().stream().map(ExplainJson::of).toList());
        return members;
    }

    private static Map<String, Object> of(Speaker speaker) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("program", speaker.program().map(Program::id).orElse(null));
        members.put("side", speaker.side().map(JsonMessage::lower).orElse(null));
        members.put("stance", speaker.stance().id());
        return members;
    }

    private static Map<String, Object> of(Likely likely) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cause", likely.cause().id());
        members.put("weight", likely.weight());
        members.put("text", ReadingText.of(likely.cause()));
        members.put("why", likely.reason());
        members.put("refused_by", likely.refuser().map(JsonMessage::lower).orElse(null));
        members.put(
                "scenarios",
                Reproducing.of(likely.cause(), likely.refuser()).stream()
                        .map(Scenario::id)
                        .toList());
        return members;
    }

    private static Map<String, Object> of(Fact fact) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", fact.kind().id());
        members.put("value", fact.value());
        return members;
    }
}
