package org.mtlsplayground.pki;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv6 addresses as RFC 5952 §4.2 writes them: {@code ::1}, where the JDK says {@code 0:0:0:0:0:0:0:1}. */
public final class IpText {
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private IpText() {}

    /** The longest run of zeros becomes two colons; anything else stays as it is. */
    public static String shorten(String address) {
        if (!address.contains(":") || address.contains("/")) {
            return address;
        }
        int start = 0;
        int end = 0;
        Matcher run = ZEROS.matcher(address);
        while (run.find()) {
            if (run.end() - run.start() > end - start) {
                start = run.start();
                end = run.end();
            }
        }
        if (end == 0) {
            return address;
        }
        String before = address.substring(0, start);
        String after = address.substring(end);
        return (before.isEmpty() ? ":" : before) + (after.isEmpty() ? ":" : after);
    }
}
