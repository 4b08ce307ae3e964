package org.mtlsplayground.ui.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Unopened;

/**
 * What the picture of a key schedule is drawn from.
 *
 * @param connection the number of the connection; 0 where there is none
 * @param tls13 whether TLS 1.3 was chosen, else an earlier version
 * @param resumed whether an earlier session is resumed
 * @param group the named group of the key exchange, as on the wire
 * @param secrets in the order in which they were derived
 * @param opened the first record of each direction that was opened
 * @param unopened why a record was not opened, if one was not
 * @param earlier the number of the connection whose session this one resumes, where that is known
 */
public record KeyFacts(
        int connection,
        boolean tls13,
        boolean resumed,
        Optional<Integer> group,
        List<DerivedSecret> secrets,
        Map<Direction, Integer> opened,
        Optional<Unopened> unopened,
        Optional<Integer> earlier) {
    /** No connection. */
    public static final KeyFacts NONE =
            new KeyFacts(0, false, false, Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    public KeyFacts {
        secrets = List.copyOf(secrets);
        opened = Map.copyOf(opened);
    }

    /** Of a connection, as it stands. */
    public static KeyFacts of(
            int connection,
            Negotiation negotiation,
            List<DerivedSecret> secrets,
            List<RecordEntry> records,
            Optional<Integer> earlier) {
        Map<Direction, Integer> opened = new EnumMap<>(Direction.class);
        Optional<Unopened> unopened = Optional.empty();
        for (RecordEntry record : records) {
            if (record.innerType().isPresent()) {
                opened.putIfAbsent(record.direction(), record.index());
            }
            unopened = unopened.or(record::unopened);
        }
        return new KeyFacts(
                connection,
                negotiation.isTls13(),
                negotiation.resumed(),
                negotiation.group(),
                secrets,
                opened,
                unopened,
                earlier);
    }

    /** A secret; empty if it is not known. */
    Optional<DerivedSecret> secret(String id) {
        return secrets.stream().filter(secret -> secret.id().equals(id)).findFirst();
    }

    /** Whether secrets are from a key log, which has only those that open records. */
    boolean fromKeyLog() {
        return secrets.stream()
                .anyMatch(secret -> secret.origin()
                        .filter(origin -> origin == DerivedSecret.Origin.KEY_LOG)
                        .isPresent());
    }
}
