package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApplicationProtocolsTest {
    @Test
    void asPeopleTypeThem() {
        assertEquals(Optional.of(List.of("h2", "http/1.1")), ApplicationProtocols.parse(" h2,http/1.1 "));
        assertEquals(Optional.of(List.of("h2", "http/1.1")), ApplicationProtocols.parse("h2 http/1.1, h2"));
        assertEquals(Optional.of(List.of()), ApplicationProtocols.parse(" , "));
        assertEquals(Optional.of(List.of("a".repeat(255))), ApplicationProtocols.parse("a".repeat(255)));
        assertEquals(Optional.empty(), ApplicationProtocols.parse("a".repeat(256)));
        assertEquals(Optional.empty(), ApplicationProtocols.parse("h2, ü"));
        assertEquals(Optional.empty(), ApplicationProtocols.parse("a\u007f"));
        String many = IntStream.range(0, 33).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertEquals(Optional.empty(), ApplicationProtocols.parse(many));
    }

    @Test
    void settingsTakeNoOthers() {
        ClientSettings.Builder client = ClientSettings.builder().applicationProtocols(List.of(""));
        assertThrows(IllegalArgumentException.class, client::build);
        ServerSettings.Builder server = ServerSettings.builder().applicationProtocols(List.of("a b"));
        assertThrows(IllegalArgumentException.class, server::build);
    }
}
