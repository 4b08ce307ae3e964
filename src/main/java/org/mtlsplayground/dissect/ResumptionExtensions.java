package org.mtlsplayground.dissect;

import java.util.List;
import java.util.OptionalLong;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads the extensions with which TLS 1.3 resumes. */
final class ResumptionExtensions {
    private ResumptionExtensions() {}

    /** RFC 8446 §4.2.11. */
    static Extension preSharedKey(ByteReader in, Place place) throws MalformedMessageException {
        if (!place.isOffer()) {
            return new Extension.PreSharedKeyChosen(in.u16("selected_identity"));
        }
        List<Extension.PskIdentity> identities = in.list(
                "identities",
                2,
                e -> e.group(
                        "psk_identity",
                        entry -> new Extension.PskIdentity(
                                entry.opaque("identity", 2), entry.u32("obfuscated_ticket_age"))));
        int bindersOffset = in.position();
        List<byte[]> binders = in.list("binders", 2, e -> e.opaque("psk_binder_entry", 1));
        return new Extension.PreSharedKeyOffer(identities, binders, bindersOffset);
    }

    /** RFC 8446 §4.2.9. */
    static Extension modes(ByteReader in) throws MalformedMessageException {
        return new Extension.PskKeyExchangeModes(
                in.list("ke_modes", 1, e -> e.u8("psk_key_exchange_mode", CodePoints::pskKeyExchangeMode)));
    }

    /** RFC 8446 §4.2.10. */
    static Extension earlyData(ByteReader in, Place place) throws MalformedMessageException {
        return new Extension.EarlyData(
                place == Place.NEW_SESSION_TICKET
                        ? OptionalLong.of(in.u32("max_early_data_size"))
                        : OptionalLong.empty());
    }
}
