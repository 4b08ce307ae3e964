package org.mtlsplayground.cli;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the words behind some options mean. */
final class Words {
    private static final int LONGEST_TIMEOUT = 3600;
    private static final int LARGEST_COUNT = 1_000_000;

    private Words() {}

    /** {@code 1.2}, {@code 1.3}, {@code both}. */
    static final class Versions implements ITypeConverter<Set<TlsVersion>> {
        @Override
        public Set<TlsVersion> convert(String word) {
            return switch (word) {
                case "1.2" -> EnumSet.of(TlsVersion.TLS_1_2);
                case "1.3" -> EnumSet.of(TlsVersion.TLS_1_3);
                case "both" -> EnumSet.allOf(TlsVersion.class);
                default -> throw unknown("1.2, 1.3, both", word);
            };
        }
    }

    /** {@code required}, {@code optional}, {@code none}. */
    static final class ClientAuth implements ITypeConverter<ClientAuthentication> {
        @Override
        public ClientAuthentication convert(String word) {
            return switch (word) {
                case "required" -> ClientAuthentication.REQUIRED;
                case "optional" -> ClientAuthentication.OPTIONAL;
                case "none" -> ClientAuthentication.NONE;
                default -> throw unknown("required, optional, none", word);
            };
        }
    }

    /** {@code jdk}, {@code nobody}. */
    static final class Trust implements ITypeConverter<TrustAnchors> {
        @Override
        public TrustAnchors convert(String word) {
            return switch (word) {
                case "jdk" -> TrustAnchors.jdk();
                case "nobody" -> TrustAnchors.none();
                default -> throw new TypeConversionException(Messages.get("cli.wrong.trust", word));
            };
        }
    }

    /** {@code off}, {@code crl}, {@code ocsp}, {@code any}. */
    static final class Revocation implements ITypeConverter<RevocationChecking.Source> {
        @Override
        public RevocationChecking.Source convert(String given) {
            return Stream.of(RevocationChecking.Source.values())
                    .filter(source -> word(source).equals(given))
                    .findFirst()
                    .orElseThrow(() -> unknown("off, crl, ocsp, any", given));
        }

        static String word(RevocationChecking.Source source) {
            return source.name().toLowerCase(Locale.ROOT);
        }
    }

    /** When output is coloured. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        static final class Converter implements ITypeConverter<Colour> {
            @Override
            public Colour convert(String word) {
                return switch (word) {
                    case "auto" -> AUTO;
                    case "always" -> ALWAYS;
                    case "never" -> NEVER;
                    default -> throw unknown("auto, always, never", word);
                };
            }
        }
    }

    /** Whole seconds. */
    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String number) {
            return Duration.ofSeconds(number(number, LONGEST_TIMEOUT));
        }
    }

    /** How many connections. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String number) {
            return number(number, LARGEST_COUNT);
        }
    }

    private static int number(String text, int most) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new TypeConversionException(Messages.get("cli.wrong.number", most, text));
        }
        return Integer.parseInt(text);
    }

    private static TypeConversionException unknown(String words, String given) {
        return new TypeConversionException(Messages.get("cli.wrong.word", words, given));
    }
}
