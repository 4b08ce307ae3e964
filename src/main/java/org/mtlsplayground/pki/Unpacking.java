package org.mtlsplayground.pki;

import java.util.Arrays;

/** Takes a file's bytes apart, by what they are and not by what the file is called. */
final class Unpacking {
    private Unpacking() {}

    /**
     * @param bytes a file's content, not empty; cleared when the items are out
     * @param password for key stores; null where none was given
     */
    static Items of(byte[] bytes, char[] password) throws ContentException {
        Items items = new Items();
        try {
            unpack(bytes, password, items);
            return items;
        } catch (RuntimeException | StackOverflowError e) {
            items.clear();
            // A library gave up in a way of its own; what it says may quote a key.
            throw ContentException.damaged(LoadDetail.STRUCTURE);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static void unpack(byte[] bytes, char[] password, Items items) throws ContentException {
        if (JavaKeyStoreItems.looksLike(bytes)) {
            new JavaKeyStoreItems(bytes, password, items).add();
        } else if (DerItems.looksLike(bytes)) {
            DerItems.add(bytes, items, password);
        } else {
            byte[] text = PlainText.of(bytes);
            try {
                unpackText(text, bytes, password, items);
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        }
        if (items.format() == FileFormat.OTHER
                && items.all().isEmpty()
                && !items.faults().isEmpty()) {
            items.format(FileFormat.DER);
        }
    }

    private static void unpackText(byte[] text, byte[] bytes, char[] password, Items items) throws ContentException {
        if (new PemBlocks(text).hasAny()) {
            PemItems.add(text, items, password);
            return;
        }
        int start = PlainText.start(text);
        byte[] unarmoured = text.length > start && text[start] == 'M' ? PemBody.decode(text, start, text.length) : null;
        if (unarmoured != null && DerItems.looksLike(unarmoured)) {
            try {
                DerItems.add(unarmoured, items, password);
            } finally {
                Arrays.fill(unarmoured, (byte) 0);
            }
            items.format(items.format() == FileFormat.DER ? FileFormat.BASE64 : items.format());
            return;
        }
        byte[] unwrapped = PlainText.isText(text) ? WrappedPem.unwrapped(text) : null;
        if (unwrapped != null) {
            try {
                PemItems.add(unwrapped, items, password);
            } finally {
                Arrays.fill(unwrapped, (byte) 0);
            }
            return;
        }
        items.add(Item.Described.other(Place.offset(0), "", OtherContent.of(text, bytes), ""));
    }
}
