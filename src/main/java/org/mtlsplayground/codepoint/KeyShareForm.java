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
    private static final Map<Integer, KeyShareForm> CLIENT = read(true);
    private static final Map<Integer, KeyShareForm> SERVER = read(false);

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

    /** Lines such as {@code 0x11ec ML-KEM-768 1184/1088 x25519 32}: two lengths are those of client and server. */
    private static Map<Integer, KeyShareForm> read(boolean client) {
        Map<Integer, KeyShareForm> forms = new HashMap<>();
        for (String line : Registry.lines("key-shares.txt")) {
            String[] words = line.split(" ", -1);
            List<Part> parts = new ArrayList<>();
            for (int i = 1; i < words.length; i += 2) {
                parts.add(part(words[i], words[i + 1].split("/", -1), client));
            }
            forms.put(Integer.decode(words[0]), new KeyShareForm(parts));
        }
        return Map.copyOf(forms);
    }

    private static Part part(String algorithm, String[] lengths, boolean client) {
        if (lengths.length == 1) {
            return new Part(Kind.PUBLIC_KEY, algorithm, Integer.parseInt(lengths[0]));
        }
        return client
                ? new Part(Kind.ENCAPSULATION_KEY, algorithm, Integer.parseInt(lengths[0]))
                : new Part(Kind.CIPHERTEXT, algorithm, Integer.parseInt(lengths[1]));
    }
}
