package org.mtlsplayground.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the comments among a packet's options. */
final class PcapngComments {
    private PcapngComments() {}

    /**
     * Those that say that something was altered on the way.
     *
     * @param options what follows the packet's bytes; may make no sense
     */
    static List<String> altered(ByteBuffer options) {
        List<String> found = new ArrayList<>();
        while (options.remaining() >= 4) {
            int option = options.getShort() & 0xffff;
            int length = options.getShort() & 0xffff;
            if (option == Pcapng.OPTION_END || length > options.remaining()) {
                break;
            }
            int next = options.position() + Math.min(options.remaining(), (length + 3) & ~3);
            if (option == Pcapng.OPTION_COMMENT) {
                byte[] text = new byte[length];
                options.get(text);
                String comment = new String(text, StandardCharsets.UTF_8);
                if (AlterationText.isOne(comment)) {
                    found.add(comment);
                }
            }
            options.position(next);
        }
        return found;
    }
}
