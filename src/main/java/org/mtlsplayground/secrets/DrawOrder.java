package org.mtlsplayground.secrets;

import java.util.ArrayList;
import java.util.List;

/** At which draws a key may begin, the likeliest first: each wrong one costs the generation of a key. */
final class DrawOrder {
    /** Hello randoms and session ids are as long as a key of x25519. */
    private static final int RANDOM_LENGTH = 32;

    /**
     * Which draw of that length is the key, by what JSSE does: TLS 1.3 draws a session id and a random before it, TLS 1.2
     * one of the two, and a client that offered both and got 1.2 has drawn a key for 1.3 in vain.
     */
    private static final List<Integer> LIKELY = List.of(2, 1, 3);

    private DrawOrder() {}

    /** The positions of the draws of that length. */
    static List<Integer> of(List<byte[]> draws, int length) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            if (draws.get(i).length == length) {
                positions.add(i);
            }
        }
        return length == RANDOM_LENGTH ? likelyFirst(positions) : positions;
    }

    private static List<Integer> likelyFirst(List<Integer> positions) {
        List<Integer> ordered = new ArrayList<>();
        for (int rank : LIKELY) {
            if (rank < positions.size()) {
                ordered.add(positions.get(rank));
            }
        }
        for (int position : positions) {
            if (!ordered.contains(position)) {
                ordered.add(position);
            }
        }
        return ordered;
    }
}
