package org.mtlsplayground.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.peer.TlsNames;

/** Names as OpenSSL has them, by its own list. */
class OpensslNamesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void suitesOfTheJdkHaveTheNamesThatOpensslSays() {
        OutsideProgram.Result list = OutsideProgram.run(
                List.of("openssl", "ciphers", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"), Path.of("."), LIMIT);
        assertEquals(0, list.exitCode(), list.all());
        Map<String, String> names = list.stdout()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(words -> words[0], words -> words[2]));
        List<String> known = TlsNames.cipherSuites().stream()
                .filter(suite -> suite.contains("_WITH_") && names.containsKey(suite))
                .toList();
        assertTrue(known.size() >= 20, known.toString());
        known.forEach(suite -> assertEquals(names.get(suite), OpensslNames.suite(suite)));
    }

    @Test
    void oldSchemesAreSpeltInTheOldWay() {
        assertEquals(
                "ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:ECDSA+SHA1:RSA+SHA1",
                OpensslNames.schemes(
                        List.of("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256", "ecdsa_sha1", "rsa_pkcs1_sha1")));
    }
}
