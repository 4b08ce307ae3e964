package org.mtlsplayground.transcript;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Dissector;
import org.mtlsplayground.dissect.HandshakeContext;
import org.mtlsplayground.dissect.RecordReader;

/** What is known of one direction while it is read. */
final class Half {
    final Direction direction;
    final RecordReader records = new RecordReader();
    final Dissector dissector;

    /** TLS 1.2 and before: whether a ChangeCipherSpec has passed. */
    boolean encrypting;

    boolean broken;
    boolean ended;

    /** Whether bytes are missing before those that are read now. */
    boolean gap;

    /** Whether a message whose end has not come is encrypted. */
    boolean unfinishedEncrypted;

    /** When the last bytes came, since the connection began. */
    long lastNanos;

    /** The records that hold the beginning of a handshake message whose end has not come yet. */
    private final List<Integer> unfinished = new ArrayList<>();

    Half(Direction direction, HandshakeContext context) {
        this.direction = direction;
        dissector = new Dissector(context, direction == Direction.CLIENT_TO_SERVER);
    }

    /** The records of the first message that ends in this record; to be told of the record by {@link #took}. */
    List<Integer> recordsTo(int record) {
        List<Integer> all = new ArrayList<>(unfinished);
        all.add(record);
        return all;
    }

    /** The records that hold the beginning of a message whose end has not come. */
    List<Integer> unfinished() {
        return List.copyOf(unfinished);
    }

    /**
     * A record's content has been read.
     *
     * @param ended whether a message ended in it
     */
    void took(int record, boolean ended, boolean encrypted) {
        unfinishedEncrypted = encrypted;
        if (ended) {
            unfinished.clear();
        }
        if (dissector.pending() > 0) {
            unfinished.add(record);
        } else {
            unfinished.clear();
        }
    }
}
