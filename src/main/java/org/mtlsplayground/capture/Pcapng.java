package org.mtlsplayground.capture;

/** The numbers of the file formats (draft-ietf-opsawg-pcapng, draft-ietf-opsawg-pcap). */
final class Pcapng {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    static final int INTERFACE_DESCRIPTION = 1;
    /** The Packet Block that Enhanced Packet Blocks replaced. */
    static final int OLD_PACKET = 2;

    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;
    static final int DECRYPTION_SECRETS = 10;
    /** "TLSK": secrets that are a key log in NSS's format. */
    static final int TLS_KEY_LOG = 0x544c534b;

    static final int OPTION_END = 0;
    static final int OPTION_COMMENT = 1;
    static final int SECTION_APPLICATION = 4;
    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_DESCRIPTION_TEXT = 3;
    static final int INTERFACE_TIME_RESOLUTION = 9;
    static final int INTERFACE_TIME_OFFSET = 14;
    static final int INTERFACE_HARDWARE = 15;

    private Pcapng() {}
}
