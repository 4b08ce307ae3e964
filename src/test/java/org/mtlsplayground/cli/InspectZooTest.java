package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.zoo.Zoo;

/** {@code inspect} of all that openssl writes, in one run. */
class InspectZooTest {
    /** Those in which nothing is a certificate, a key, a request or a list, and those that the JDK can't use. */
    private static final Set<String> REFUSED = new TreeSet<>(Set.of(
            "brainpool.key dh.key dhparam.der dhparam.pem dsa.key dsaparam.der dsaparam.pem ecparam.der ecparam.pem"
                    .concat(" explicit.crt explicit.der explicit.pem explicit.pub nothing.p7 ocsp.req ocsp.resp")
                    .concat(" rsa.blob rsa.pvk sealed.cms sealed.cms.der sequence.pem spkac.txt tsq.der x25519.key")
                    .split(" ")));

    private final Zoo zoo = Zoo.openssl();

    private InProcess inspect(String... options) {
        List<String> arguments = new ArrayList<>(List.of("inspect", "--password", "secret"));
        arguments.addAll(List.of(options));
        zoo.names().forEach(name -> arguments.add(zoo.folder().resolve(name).toString()));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    @Test
    void eachFileHasItsObjectAndItsReason() {
        InProcess run = inspect("--json");
        assertEquals(1, run.status(), run.err());
        List<Map<String, Object>> files = JsonText.lines(run.out());
        assertEquals(zoo.names().size(), files.size());
        Set<String> refused = new TreeSet<>();
        for (Map<String, Object> file : files) {
            assertTrue(file.keySet().containsAll(Set.of("file", "kind", "entries", "error")), file::toString);
            if (file.get("error") != null) {
                refused.add(Path.of(file.get("file").toString()).getFileName().toString());
            } else {
                assertTrue(!((List<?>) file.get("entries")).isEmpty(), file::toString);
            }
        }
        assertEquals(REFUSED, refused);
        assertEquals(refused.size(), run.problems().size(), run.err());
    }

    @Test
    void eachIsToldInWords() {
        InProcess run = inspect();
        for (String name : zoo.names()) {
            assertTrue(run.out().contains(name + ":"), name);
        }
    }
}
