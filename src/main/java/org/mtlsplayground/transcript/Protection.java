package org.mtlsplayground.transcript;

import java.util.Arrays;
import java.util.Optional;
import org.mtlsplayground.secrets.RecordDecryptor;

/** What opens the records of one direction at present. */
final class Protection {
    /** Of TLS 1.2, and of the records of TLS 1.3. */
    private static final byte[] VERSION = {3, 3};

    private static final int VERSION_AT = 1;

    private final SecretList secrets;
    private String secretId = "";
    private Optional<RecordDecryptor> decryptor = Optional.empty();
    private Unopened reason;

    /** @param reason why nothing opens before a key is set */
    Protection(SecretList secrets, Unopened reason) {
        this.secrets = secrets;
        this.reason = reason;
    }

    /**
     * Another key from now on.
     *
     * @param secretId the secret it comes from
     * @param with empty if the JDK lacks the cipher
     */
    void become(String secretId, Optional<RecordDecryptor> with) {
        this.secretId = secretId;
        this.decryptor = with;
        this.reason = with.isPresent() ? Unopened.DAMAGED : Unopened.UNSUPPORTED;
    }

    /** No key from now on. */
    void lose(Unopened why) {
        decryptor = Optional.empty();
        reason = why;
    }

    Optional<RecordDecryptor.Opened> open(byte[] record, int index) {
        Optional<RecordDecryptor.Opened> opened =
                decryptor.flatMap(with -> with.open(record).or(() -> openAsAgreed(with, record)));
        if (opened.isPresent()) {
            secrets.used(secretId, index);
        }
        return opened;
    }

    /** JSSE authenticates the version agreed on, whatever the record has there (RFC 8446 §5.1: it is to be ignored). */
    private static Optional<RecordDecryptor.Opened> openAsAgreed(RecordDecryptor with, byte[] record) {
        byte[] agreed = record.clone();
        System.arraycopy(VERSION, 0, agreed, VERSION_AT, VERSION.length);
        return Arrays.equals(agreed, record) ? Optional.empty() : with.open(agreed);
    }

    /** Counts a record that did not open. */
    void skip() {
        decryptor.ifPresent(RecordDecryptor::skip);
    }

    Unopened reason() {
        return reason;
    }
}
