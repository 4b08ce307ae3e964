package org.mtlsplayground.capture;

/** What an Ethernet frame carries (IEEE 802 numbers). */
final class EtherType {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    /** IEEE 802.1Q: four bytes of tag, then the next type. */
    static final int VLAN = 0x8100;
    /** IEEE 802.1ad, the outer one of two tags. */
    static final int PROVIDER_VLAN = 0x88a8;
    /** What was used before 802.1ad. */
    static final int OLD_PROVIDER_VLAN = 0x9100;

    private EtherType() {}
}
