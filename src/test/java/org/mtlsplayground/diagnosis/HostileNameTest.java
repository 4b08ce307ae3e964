package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** A client whose certificate has a name that is meant to be more than a name. */
class HostileNameTest {
    @Test
    void theSentenceHolds() throws Exception {
        Identity authority = NewCertificate.authority("CA {1}\uE001 '").create();
        Identity client = NewCertificate.client("{0}\u001b[2J\r\n\u202eadmin\uE000")
                .issuedBy(authority)
                .create();
        Verdict verdict = Verdicts.of(Play.between(
                Play.client(null).identity(client),
                Play.server("server", TlsVersion.TLS_1_2).trust(TrustAnchors.of(List.of(authority.leaf())))));
        assertEquals(Verdict.Kind.MUTUAL, verdict.kind(), verdict::toString);
        // The description of a certificate puts U+FFFD for what is not fit to be shown.
        assertEquals(
                "The server is server.mtls.example.org, vouched for by Demo Server CA."
                        + " The client is {0}\uFFFD[2J\uFFFD\uFFFD\uFFFDadmin, vouched for by CA {1} '.",
                verdict.detail().plain());
    }
}
