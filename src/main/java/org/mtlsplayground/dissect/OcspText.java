package org.mtlsplayground.dissect;

import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Hex;
import org.mtlsplayground.wire.MalformedMessageException;

/** What an OCSP response says (RFC 6960 §4.2.1), in one line. Reads the few bytes that it needs, and never throws. */
final class OcspText {
    private static final int SEQUENCE = 0x30;
    private static final int ENUMERATED = 0x0a;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTET_STRING = 0x04;
    private static final int GENERALIZED_TIME = 0x18;
    /** The response, and in it the version. */
    private static final int FIRST = 0xa0;
    /** The responder by its name; by its key it has the next number. */
    private static final int BY_NAME = 0xa1;

    private static final int BY_KEY = 0xa2;
    private static final int CONTEXT_NUMBER = 0x1f;
    private static final int SHOWN = 64;

    private OcspText() {}

    /** Status of the response, then that of its first certificate, and how long it is: {@code successful, good, 1463 bytes}. */
    static String of(byte[] der) {
        try {
            ByteReader in = DerText.content(ByteReader.of(der, "response"), SEQUENCE);
            byte[] status = DerText.value(in, ENUMERATED, false);
            if (status.length == 1) {
                String says = in.remaining() > 0 ? ", " + certStatus(in) : "";
                return CodePoints.ocspResponseStatus(status[0] & 0xff) + says + ", " + der.length + " bytes";
            }
        } catch (MalformedMessageException e) {
            // No OCSPResponse.
        }
        return Hex.of(der, SHOWN);
    }

    private static String certStatus(ByteReader response) throws MalformedMessageException {
        ByteReader in = DerText.content(DerText.content(response, FIRST), SEQUENCE);
        DerText.value(in, OBJECT_IDENTIFIER, false);
        in = DerText.content(DerText.content(DerText.content(in, OCTET_STRING), SEQUENCE), SEQUENCE);
        if (in.peek() == FIRST) {
            DerText.value(in, FIRST, false);
        }
        DerText.value(in, in.peek() == BY_NAME ? BY_NAME : BY_KEY, false);
        DerText.value(in, GENERALIZED_TIME, false);
        in = DerText.content(DerText.content(in, SEQUENCE), SEQUENCE);
        DerText.value(in, SEQUENCE, false);
        return CodePoints.ocspCertStatus(in.peek() & CONTEXT_NUMBER);
    }
}
