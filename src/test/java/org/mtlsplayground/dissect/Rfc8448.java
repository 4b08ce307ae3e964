package org.mtlsplayground.dissect;

import java.util.HexFormat;

/** The Hello messages of RFC 8448 §3 (Simple 1-RTT Handshake). */
final class Rfc8448 {
    static final byte[] CLIENT_HELLO = hex(
            "010000c0 0303 cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece7",
            "00 0006 1301 1303 1302 0100 0091",
            "0000 000b 0009 00 0006 736572766572",
            "ff01 0001 00",
            "000a 0014 0012 001d 0017 0018 0019 0100 0101 0102 0103 0104",
            "0023 0000",
            "0033 0026 0024 001d 0020 99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c",
            "002b 0003 02 0304",
            "000d 0020 001e 0403 0503 0603 0203 0804 0805 0806 0401 0501 0601 0201 0402 0502 0602 0202",
            "002d 0002 01 01",
            "001c 0002 4001");

    static final byte[] SERVER_HELLO = hex(
            "02000056 0303 a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e26928",
            "00 1301 00 002e",
            "0033 0024 001d 0020 c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f",
            "002b 0002 0304");

    private Rfc8448() {}

    static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }
}
