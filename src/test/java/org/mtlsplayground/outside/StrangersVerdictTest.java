package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Custom;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/**
 * Faults between one of our sides and openssl, curl or Python: of the other side we know only what crossed the wire. In nine
 * of ten cases the verdict names the cause; in the others it says that it does not know it for certain.
 */
class StrangersVerdictTest {
    /** What openssl, curl and Python can’t be made to use. */
    private static final Set<Fault> ONLY_OURS = EnumSet.of(Fault.FOREIGN_KEY, Fault.DER_GARBAGE);

    /** Those that are tried with every program. */
    private static final Set<Fault> COMMON = EnumSet.of(
            Fault.UNKNOWN_CA,
            Fault.SELF_SIGNED,
            Fault.EXPIRED,
            Fault.INTERMEDIATE_LEFT_OUT,
            Fault.WRONG_HOST,
            Fault.WRONG_PURPOSE,
            Fault.FOREIGN_KEY);

    private static final Set<Fault> LEFT_OUT = EnumSet.of(
            Fault.RSA_512,
            Fault.RSA_1024,
            Fault.MD5_SIGNATURE,
            Fault.SHA1_SIGNATURE,
            Fault.KEY_OF_ANOTHER_KIND,
            Fault.NO_IP_NAME,
            Fault.NAME_ONLY_IN_CN,
            Fault.EXPIRED_BUT_TRUSTED);

    @TempDir
    Path folder;

    private static Cause cause(Fault fault) {
        return switch (fault) {
            case INTERMEDIATE_EXPIRED -> Cause.CA_EXPIRED;
            case INTERMEDIATE_LEFT_OUT -> Cause.INTERMEDIATE_MISSING;
            case SIGNATURE_ALTERED -> Cause.SIGNATURE_WRONG;
            case DER_GARBAGE -> Cause.CERTIFICATE_UNREADABLE;
            default -> Cause.valueOf(fault.name());
        };
    }

    /** Where we judge, one program will do, in turn; where they do, each may have its habits. */
    private static List<Encounter> encounters() {
        List<Encounter> all = new ArrayList<>();
        for (Fault fault : EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT))) {
            for (Side owner : Side.values()) {
                if (!fault.roles().contains(owner == Side.CLIENT ? Role.CLIENT : Role.SERVER)) {
                    continue;
                }
                for (Side ours : Side.values()) {
                    strangers(ours)
                            .forEach(stranger -> Stream.of(TlsVersion.values())
                                    .map(version -> new Encounter(fault, owner, ours, stranger, version))
                                    .filter(StrangersVerdictTest::isOfUse)
                                    .forEach(all::add));
                }
            }
        }
        return all;
    }

    private static Stream<String> strangers(Side ours) {
        return Stream.of(ours == Side.SERVER ? OutsideClient.values() : OutsideServer.values())
                .map(program -> ((Enum<?>) program).name());
    }

    private static boolean isOfUse(Encounter meeting) {
        boolean weJudge = meeting.owner() != meeting.ours();
        boolean openssl = meeting.stranger().equals("OPENSSL");
        if (meeting.fault() == Fault.CHAIN_TOO_LONG && !weJudge) {
            return false; // OpenSSL takes up to a hundred
        }
        if (meeting.fault() == Fault.NO_DIGITAL_SIGNATURE
                && meeting.ours() == Side.CLIENT
                && meeting.version() == TlsVersion.TLS_1_2) {
            return false; // OpenSSL’s server has no suite for such a key
        }
        if (weJudge) {
            List<String> programs = strangers(meeting.ours()).toList();
            int turn = List.of(Fault.values()).indexOf(meeting.fault())
                    + List.of(TlsVersion.values()).indexOf(meeting.version());
            return !ONLY_OURS.contains(meeting.fault())
                    && meeting.stranger().equals(programs.get(turn % programs.size()));
        }
        return openssl || (meeting.version() == TlsVersion.TLS_1_3 && COMMON.contains(meeting.fault()));
    }

    @Test
    void theCauseIsNamedOrSaidToBeUncertain() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<Encounter> encounters = encounters();
        assertTrue(encounters.size() >= 120, () -> "only " + encounters.size());
        for (Encounter meeting : encounters) {
            Verdict verdict = meeting.verdict(folder);
            String line = meeting + ": " + verdict.kind() + " by " + verdict.refusedBy() + ", " + verdict.why();
            boolean named = verdict.why().cause() == cause(meeting.fault());
            if (!named && verdict.why().certain()) {
                wrong.add(line);
            } else if (!named) {
                missed.add(line);
            }
            boolean offers = verdict.explanation().remedies().stream()
                    .flatMap(remedy -> remedy.action().stream())
                    .anyMatch(action -> action.side() != meeting.ours());
            if (offers) {
                wrong.add(line + ", and offers to change the stranger");
            }
            if (meeting.stranger().equals("OPENSSL") && meeting.owner() == meeting.ours() && named) {
                Custom seen = new Custom("OpenSSL", verdict.why().alert().orElse(""));
                if (!verdict.explanation().customs().contains(seen)) {
                    wrong.add(line + ", and not as " + verdict.explanation().customs() + " says");
                }
            }
            if (!verdict.refusedBy().map(meeting.owner().other()::equals).orElse(true)) {
                wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertTrue(missed.size() * 10 <= encounters.size(), () -> encounters.size() + "\n" + String.join("\n", missed));
    }
}
