package org.mtlsplayground.pki;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** An encrypted PKCS#8 key (RFC 5958 §3), by itself or in a PKCS#12. */
final class EncryptedKey implements ClosedKey {
    private final PKCS8EncryptedPrivateKeyInfo info;
    private final String encryption;
    private final Function<char[], List<Decryption>> decryptions;
    private final boolean sealed;

    /** One by itself. */
    EncryptedKey(byte[] der) throws ContentException {
        this(
                parse(der),
                password -> password == null
                        ? List.of()
                        : List.of(new Decryption(password, false, new Decryption.Budget())),
                false);
    }

    /**
     * @param decryptions what may open it with a password, or without one
     * @param sealed whether the password is known to be that of the key store around it
     */
    EncryptedKey(EncryptedPrivateKeyInfo info, Function<char[], List<Decryption>> decryptions, boolean sealed) {
        this.info = new PKCS8EncryptedPrivateKeyInfo(info);
        this.encryption = EncryptionNames.of(info.getEncryptionAlgorithm());
        this.decryptions = decryptions;
        this.sealed = sealed;
    }

    private static EncryptedPrivateKeyInfo parse(byte[] der) throws ContentException {
        try {
            return EncryptedPrivateKeyInfo.getInstance(der);
        } catch (RuntimeException e) {
            throw ContentException.damaged(LoadDetail.KEY_CONTENT);
        }
    }

    @Override
    public String form() {
        return "PKCS#8";
    }

    @Override
    public String encryption() {
        return encryption;
    }

    @Override
    public PrivateKeyInfo open(char[] password) throws ContentException {
        for (Decryption decryption : decryptions.apply(password)) {
            try {
                PrivateKeyInfo opened = info.decryptPrivateKeyInfo(decryption);
                // A wrong password may leave something that begins like a key.
                opened.getPrivateKeyAlgorithm().getEncoded();
                return opened;
            } catch (IOException | PKCSException | RuntimeException e) {
                ContentException failure = Decryption.failure(e, encryption);
                if (failure.fault().problem() != LoadProblem.WRONG_PASSWORD) {
                    throw failure;
                }
                if (password != null && isRight(decryption)) {
                    throw ContentException.damaged(LoadDetail.CIPHERTEXT);
                }
            }
        }
        if (password == null) {
            throw new ContentException(LoadProblem.PASSWORD_NEEDED, LoadDetail.NONE, "");
        }
        throw new ContentException(LoadProblem.WRONG_PASSWORD, sealed ? LoadDetail.OWN_PASSWORD : LoadDetail.NONE, "");
    }

    private boolean isRight(Decryption decryption) throws ContentException {
        try {
            return RightPassword.opensKey(
                    decryption, info.toASN1Structure().getEncryptionAlgorithm(), info.getEncryptedData());
        } catch (RuntimeException e) {
            throw Decryption.failure(e, encryption);
        }
    }

    @Override
    public void clear() {
        // Closed, as it was in the file.
    }
}
