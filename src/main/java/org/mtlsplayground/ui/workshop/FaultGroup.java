package org.mtlsplayground.ui.workshop;

import java.util.List;
import org.mtlsplayground.ca.Fault;

/** Faults by theme. Each fault is in one of them. */
enum FaultGroup {
    DATES(Fault.EXPIRED, Fault.NOT_YET_VALID, Fault.INTERMEDIATE_EXPIRED, Fault.EXPIRED_BUT_TRUSTED),
    TRUST(Fault.UNKNOWN_CA, Fault.SELF_SIGNED, Fault.FALSE_CA, Fault.ANCHOR_NO_CA),
    CHAIN(
            Fault.INTERMEDIATE_LEFT_OUT,
            Fault.ISSUER_NO_CA,
            Fault.CA_WITHOUT_CERT_SIGN,
            Fault.PATH_LENGTH_EXCEEDED,
            Fault.CHAIN_TOO_LONG,
            Fault.NAME_CONSTRAINT_BROKEN),
    USE(Fault.WRONG_PURPOSE, Fault.NO_DIGITAL_SIGNATURE, Fault.UNKNOWN_CRITICAL_EXTENSION),
    NAME(Fault.WRONG_HOST, Fault.NO_IP_NAME, Fault.NAME_ONLY_IN_CN),
    KEY(Fault.FOREIGN_KEY, Fault.KEY_OF_ANOTHER_KIND, Fault.RSA_512, Fault.RSA_1024),
    SIGNATURE(Fault.SIGNATURE_ALTERED, Fault.SHA1_SIGNATURE, Fault.MD5_SIGNATURE, Fault.DER_GARBAGE);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Fault> faults;

    FaultGroup(Fault... faults) {
        this.faults = List.of(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
