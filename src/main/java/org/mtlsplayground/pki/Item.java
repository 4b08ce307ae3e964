package org.mtlsplayground.pki;

/** One thing found in a file. */
sealed interface Item permits CertificateItem, KeyItem, Item.Described {
    /** Where it begins. */
    Place place();

    /** Overwrites what is secret in it. */
    void clear();

    /**
     * Anything but a certificate or a private key: what can be said of it is said at once.
     *
     * @param entry the description
     */
    record Described(FileEntry entry) implements Item {
        static Described other(Place place, String alias, ContentKind kind, String label) {
            return new Described(new FileEntry.Other(place, alias, kind, label));
        }

        @Override
        public Place place() {
            return entry.place();
        }

        @Override
        public void clear() {
            // Nothing here is secret.
        }
    }
}
