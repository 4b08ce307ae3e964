package org.mtlsplayground.pki;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a JKS or JCEKS apart, by the layout that Java's own classes write. All lengths and counts are checked against
 * what is there; certificates need no password.
 */
final class JavaKeyStoreItems {
    private static final int JKS = 0xFEEDFEED;
    private static final int JCEKS = 0xCECECECE;
    private static final int DIGEST = 20;
    private static final int MAX_TRIED = 5;
    private static final int PRIVATE_KEY = 1;
    private static final int TRUSTED_CERTIFICATE = 2;
    private static final int SECRET_KEY = 3;

    private final byte[] bytes;
    private final ByteBuffer content;
    private final char[] password;
    private final Items items;
    private final Decryption.Budget budget = new Decryption.Budget();
    private final boolean sealed;
    private boolean typed;
    private int number;

    /**
     * @param password null where none was given
     */
    JavaKeyStoreItems(byte[] bytes, char[] password, Items items) {
        this.bytes = bytes;
        this.content = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - DIGEST));
        this.password = password;
        this.items = items;
        this.sealed = password != null && bytes.length > DIGEST && sealFits();
    }

    static boolean looksLike(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(bytes).getInt();
        return magic == JKS || magic == JCEKS;
    }

    void add() throws ContentException {
        int start = 0;
        FileFormat format = ByteBuffer.wrap(bytes).getInt() == JKS ? FileFormat.JKS : FileFormat.JCEKS;
        items.format(format);
        try {
            content.getInt();
            int version = content.getInt();
            if (version != 1 && version != 2) {
                throw ContentException.damaged(LoadDetail.STRUCTURE);
            }
            typed = version == 2;
            int count = content.getInt();
            if (count > Items.MAX_PARTS) {
                throw new ContentException(
                        LoadProblem.TOO_BIG, LoadDetail.TOO_MANY_PARTS, String.valueOf(Items.MAX_PARTS));
            }
            while (number < count) {
                start = content.position();
                number++;
                addEntry(format);
            }
            start = content.position();
            if (content.hasRemaining()) {
                throw ContentException.damaged(LoadDetail.STRUCTURE);
            }
        } catch (BufferUnderflowException e) {
            items.add(fault(format, LoadDetail.CUT_SHORT, start));
            return;
        } catch (ContentException e) {
            if (e.fault().problem() == LoadProblem.TOO_BIG) {
                throw e;
            }
            items.add(fault(format, e.fault().detail(), start));
            return;
        }
        boolean opens =
                sealed || items.of(KeyItem.class).stream().limit(MAX_TRIED).anyMatch(key -> isFor(key, password));
        if (password != null && !opens) {
            items.add(LoadFault.of(LoadProblem.WRONG_PASSWORD, LoadDetail.NONE, "")
                    .found(kind(format)));
        }
    }

    /** A key that is damaged tells that its password is right as well as one that opens. */
    private static boolean isFor(KeyItem key, char[] password) {
        return key.failure(password)
                .map(failure -> failure.fault().problem() == LoadProblem.DAMAGED)
                .orElse(true);
    }

    private void addEntry(FileFormat format) throws ContentException {
        int tag = content.getInt();
        String alias = text();
        content.getLong(); // when it was made
        Place place = Place.entry(number);
        switch (tag) {
            case PRIVATE_KEY -> {
                ClosedKey key = new JavaKey(block(), format.label(), sealed, budget);
                items.add(new KeyItem(place, alias, "", key, chain(place)));
            }
            case TRUSTED_CERTIFICATE -> items.add(certificate(alias, place, true));
            case SECRET_KEY -> {
                SerializedObject.skip(content);
                items.add(Item.Described.other(place, alias, ContentKind.SECRET_KEY, ""));
            }
            default -> throw ContentException.damaged(LoadDetail.STRUCTURE);
        }
    }

    private List<CertificateItem> chain(Place place) throws ContentException {
        int count = content.getInt();
        if (count < 0 || count > Items.MAX_PARTS) {
            throw ContentException.damaged(LoadDetail.STRUCTURE);
        }
        List<CertificateItem> chain = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chain.add(certificate("", place, false));
        }
        return chain;
    }

    private CertificateItem certificate(String alias, Place place, boolean ownEntry) throws ContentException {
        if (typed && !text().equals("X.509")) {
            throw ContentException.damaged(LoadDetail.STRUCTURE);
        }
        return new CertificateItem(place, alias, "", block(), ownEntry);
    }

    private String text() {
        byte[] encoded = bytes(content.getShort() & 0xFFFF);
        // Java's "modified UTF-8" differs only for what no alias has: zeros and characters beyond the first plane.
        return Printable.of(new String(encoded, StandardCharsets.UTF_8), 200);
    }

    private byte[] block() {
        return bytes(content.getInt());
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > content.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        content.get(taken);
        return taken;
    }

    /** The last twenty bytes are a digest of password, a phrase and all that goes before. */
    private boolean sealFits() {
        byte[] secret = JavaKey.utf16(password);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(secret);
            sha1.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
            sha1.update(bytes, 0, bytes.length - DIGEST);
            return MessageDigest.isEqual(sha1.digest(), Arrays.copyOfRange(bytes, bytes.length - DIGEST, bytes.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is in every JDK", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static LoadFault fault(FileFormat format, LoadDetail detail, int offset) {
        return LoadFault.of(LoadProblem.DAMAGED, detail, "").found(kind(format)).at(Place.offset(offset));
    }

    private static ContentKind kind(FileFormat format) {
        return format == FileFormat.JKS ? ContentKind.JKS : ContentKind.JCEKS;
    }
}
