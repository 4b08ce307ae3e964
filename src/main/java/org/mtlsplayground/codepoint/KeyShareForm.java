package org.mtlsplayground.codepoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the key share of a group is made of. Hybrid groups join a share of a classical group and the encapsulation key or,
 * in the server's answer, the ciphertext of a key encapsulation mechanism; the lengths of both sides' shares then differ.
 *
 * @param parts in the order of the wire
 */
public record KeyShareForm(List<Part> parts) {
    private static final Map<Integer, KeyShareForm> CLIENT = new HashMap<>();
    private static final Map<Integer, KeyShareForm> SERVER = new HashMap<>();

    static {
        Registry.lines("key-shares.txt").forEach(KeyShareForm::add);
    }

    public KeyShareForm {
        parts = List.copyOf(parts);
    }

    /** What a part of a key share is. */
    public enum Kind {
        /** A public key of (EC)DHE. */
        PUBLIC_KEY,
        /** The client's half of a key encapsulation. */
        ENCAPSULATION_KEY,
        /** The server's half of a key encapsulation. */
        CIPHERTEXT
    }

    /**
     * One part of a key share.
     *
     * @param algorithm its name: {@code x25519}, {@code ML-KEM-768}
     * @param length in bytes
     */
    public record Part(Kind kind, String algorithm, int length) {}

    /** The form of a group's key share; empty where it is not known. */
    public static Optional<KeyShareForm> of(int group, boolean fromClient) {
        return Optional.ofNullable((fromClient ? CLIENT : SERVER).get(group));
    }

    /** Length of the whole share in bytes. */
    public int length() {
        return parts.stream().mapToInt(Part::length).sum();
    }

    /** A line such as {@code 0x11ec ML-KEM-768 1184/1088 x25519 32}: two lengths are those of client and server. */
    private static void add(String line) {
        String[] words = line.split(" ");
        List<Part> client = new ArrayList<>();
        List<Part> server = new ArrayList<>();
        for (int i = 1; i < words.length; i += 2) {
            String[] lengths = words[i + 1].split("/");
            boolean kem = lengths.length > 1;
            client.add(
                    new Part(kem ? Kind.ENCAPSULATION_KEY : Kind.PUBLIC_KEY, words[i], Integer.parseInt(lengths[0])));
            server.add(new Part(
                    kem ? Kind.CIPHERTEXT : Kind.PUBLIC_KEY, words[i], Integer.parseInt(lengths[lengths.length - 1])));
        }
        CLIENT.put(Integer.decode(words[0]), new KeyShareForm(client));
        SERVER.put(Integer.decode(words[0]), new KeyShareForm(server));
    }
}
