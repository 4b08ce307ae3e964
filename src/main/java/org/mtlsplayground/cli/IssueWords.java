package org.mtlsplayground.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.OtherExtension;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.StandardExtension;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the words behind the options of {@code issue} mean. */
final class IssueWords {
    private IssueWords() {}

    /** {@code ec-p256}, {@code rsa-2048} … */
    static final class Key implements ITypeConverter<KeyKind> {
        @Override
        public KeyKind convert(String word) {
            return one(KeyKind.values(), IssueWords::word, word);
        }
    }

    /** {@code sha256-with-ecdsa} … */
    static final class Signature implements ITypeConverter<SignatureAlgorithm> {
        @Override
        public SignatureAlgorithm convert(String word) {
            return one(SignatureAlgorithm.values(), IssueWords::word, word);
        }
    }

    /** {@code digitalSignature} … */
    static final class Use implements ITypeConverter<KeyUse> {
        @Override
        public KeyUse convert(String word) {
            return one(KeyUse.values(), KeyUse::term, word);
        }
    }

    /** {@code serverAuth} …, or an OID; what comes out is the OID. */
    static final class ExtendedUse implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            return word.matches("[0-9]+(\\.[0-9]+)+")
                    ? word
                    : one(Purpose.values(), Purpose::term, word).oid();
        }
    }

    /** {@code basic-constraints} … */
    static final class Extension implements ITypeConverter<StandardExtension> {
        @Override
        public StandardExtension convert(String word) {
            return one(StandardExtension.values(), IssueWords::word, word);
        }
    }

    /** {@code OID=HEX}, {@code OID=critical,HEX}. */
    static final class Other implements ITypeConverter<OtherExtension> {
        private static final String CRITICAL = "critical,";

        @Override
        public OtherExtension convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException(Messages.get("cli.wrong.extension", text));
            }
            String value = text.substring(equals + 1);
            boolean critical = value.startsWith(CRITICAL);
            return new OtherExtension(
                    text.substring(0, equals), critical, critical ? value.substring(CRITICAL.length()) : value);
        }
    }

    /** {@code expired}, {@code wrong-purpose} … */
    static final class Broken implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String word) {
            return one(Fault.values(), IssueWords::word, word);
        }
    }

    /** {@code client}, {@code server}. */
    static final class LeafRole implements ITypeConverter<Role> {
        @Override
        public Role convert(String word) {
            return one(new Role[] {Role.CLIENT, Role.SERVER}, IssueWords::word, word);
        }
    }

    /** {@code pem-set}, {@code pkcs12} … */
    static final class Format implements ITypeConverter<SaveFormat> {
        @Override
        public SaveFormat convert(String word) {
            return one(SaveFormat.values(), IssueWords::word, word);
        }
    }

    /** {@code keyCompromise} … */
    static final class Reason implements ITypeConverter<RevocationReason> {
        @Override
        public RevocationReason convert(String word) {
            return one(RevocationReason.values(), RevocationReason::term, word);
        }
    }

    /** A day, from its beginning in UTC, or a moment: {@code 2026-11-25}, {@code 2026-11-25T12:00:00Z}. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(Messages.get("cli.wrong.moment", text));
            }
        }
    }

    /** As an option has it: lower case, with dashes. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> T one(T[] all, Function<T, String> name, String given) {
        return Arrays.stream(all)
                .filter(each -> name.apply(each).equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Messages.get(
                        "cli.wrong.word", Arrays.stream(all).map(name).collect(Collectors.joining(", ")), given)));
    }
}
