package org.mtlsplayground.diagnosis;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.text.Messages;

/** Verdicts on what fails before the wire: a file that can't be used. */
public final class FileVerdicts {
    private FileVerdicts() {}

    /** The verdict on a file that could not be used. Any thread. */
    public static Verdict of(LoadException failure) {
        LoadFault fault = failure.fault();
        String name = String.valueOf(Path.of(failure.file()).getFileName());
        return new Verdict(
                Verdict.Kind.FAILED,
                Optional.empty(),
                Optional.empty(),
                Why.plain(cause(fault)),
                Messages.get("verdict.file"),
                "",
                Phrase.plain(
                        "load.problem." + FaultWords.sentence(fault),
                        name,
                        FaultWords.of(fault),
                        FaultWords.expected(fault)));
    }

    /**
     * The verdict on a connection for which a side's trusted certificates came from a key store in which Java's own
     * loader shows none. Any thread.
     */
    public static Verdict javaSeesNoAnchors(Verdict verdict) {
        return verdict.why().cause() == Cause.SOUND
                ? new Verdict(
                        verdict.kind(),
                        verdict.refusedBy(),
                        verdict.matter(),
                        Why.plain(Cause.JAVA_SEES_NO_ANCHORS),
                        verdict.headline(),
                        verdict.facts(),
                        verdict.detail().and(Phrase.plain("verdict.file.javaSeesNone")))
                : verdict;
    }

    private static Cause cause(LoadFault fault) {
        return switch (fault.problem()) {
            case WRONG_PASSWORD, PASSWORD_NEEDED -> Cause.WRONG_PASSWORD;
            default -> Cause.FILE_UNUSABLE;
        };
    }
}
