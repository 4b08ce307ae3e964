package org.mtlsplayground.ca.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlsplayground.pki.status.RevocationReason;

/**
 * The books as text, in the format of {@code openssl ca}'s index.txt: a line for each certificate, of six columns with tabs
 * between them: {@code V} or {@code R} ({@code E} is read as {@code V}); end of validity; moment of revocation, comma,
 * reason; serial number in hex; a file name, always {@code unknown}; the subject.
 *
 * <p>OpenSSL has no word for privilegeWithdrawn and aACompromise, and can't use an index that has them.
 */
final class IndexFile {
    private static final int COLUMNS = 6;
    /** ASN.1's UTCTime; RFC 5280 §4.1.2.5 has years to 2049 in it, and later ones with four digits. */
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant FIRST_LONG = Instant.parse("2050-01-01T00:00:00Z");
    private static final Instant FIRST_SHORT = Instant.parse("1950-01-01T00:00:00Z");
    private static final int SHORT_LENGTH = "yyMMddHHmmssZ".length();
    private static final int LAST_SHORT_YEAR = 49;

    private IndexFile() {}

    static String write(Collection<Issued> issued) {
        StringBuilder text = new StringBuilder();
        for (Issued one : issued) {
            text.append(one.revocation().isPresent() ? 'R' : 'V')
                    .append('\t')
                    .append(time(one.notAfter()))
                    .append('\t')
                    .append(one.revocation().map(IndexFile::revocation).orElse(""))
                    .append('\t')
                    .append(hex(one.serial()))
                    .append("\tunknown\t")
                    .append(one.subject())
                    .append('\n');
        }
        return text.toString();
    }

    /** An even number of digits: OpenSSL compares them as text. */
    static String hex(BigInteger number) {
        String digits = number.toString(16).toUpperCase(Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    private static String revocation(Revocation revocation) {
        return time(revocation.moment()) + "," + revocation.reason().term();
    }

    private static String time(Instant moment) {
        boolean shortYear = moment.isBefore(FIRST_LONG) && !moment.isBefore(FIRST_SHORT);
        return (shortYear ? SHORT : LONG).format(moment);
    }

    /** @throws IllegalArgumentException with the number of the line that can't be read */
    static List<Issued> read(String text) {
        List<Issued> issued = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    issued.add(entry(line.split("\t", COLUMNS)));
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    throw new LineException(number, e);
                }
            }
        }
        return issued;
    }

    private static Issued entry(String[] columns) {
        if (columns.length != COLUMNS || !columns[0].matches("[VER]") || !columns[3].matches("[0-9A-Fa-f]{1,64}")) {
            throw new IllegalArgumentException("another format");
        }
        return new Issued(
                new BigInteger(columns[3], 16),
                columns[5],
                moment(columns[1]),
                columns[0].equals("R") ? Optional.of(revocation(columns[2])) : Optional.empty());
    }

    /** OpenSSL may add a third word: when a key was stolen, or what to do with a certificate on hold. */
    private static Revocation revocation(String column) {
        String[] words = column.split(",", -1);
        String reason = words.length < 2 ? "unspecified" : words[1];
        return new Revocation(
                moment(words[0]),
                switch (reason) {
                    case "holdInstruction" -> RevocationReason.CERTIFICATE_HOLD;
                    case "keyTime" -> RevocationReason.KEY_COMPROMISE;
                    case "CAkeyTime" -> RevocationReason.CA_COMPROMISE;
                    default -> RevocationReason.of(reason).orElseThrow(IllegalArgumentException::new);
                });
    }

    private static Instant moment(String text) {
        String full = text;
        if (text.length() == SHORT_LENGTH) {
            full = (Integer.parseInt(text.substring(0, 2)) > LAST_SHORT_YEAR ? "19" : "20") + text;
        }
        return LONG.parse(full, Instant::from);
    }
}
