package org.mtlsplayground.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A host and a port as people write them: {@code localhost:4443}, {@code [::1]:4443}, {@code localhost}.
 *
 * @param host a name or an address, without brackets
 * @param port 0 to 65535; empty if none was given
 */
record HostPort(String host, Optional<Integer> port) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\[(?<six>[0-9a-fA-F:.%\\w]+)]|(?<host>[^\\s:/\\[\\]]+))(?::(?<port>\\d{1,5}))?");

    private static final int LAST_PORT = 65535;

    static final class Converter implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                throw new TypeConversionException(Messages.get("cli.wrong.hostPort", text));
            }
            String host = written.group("six") == null ? written.group("host") : written.group("six");
            return new HostPort(host, Optional.ofNullable(written.group("port")).map(PortConverter::port));
        }
    }

    static final class PortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return port(text);
        }

        static int port(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LAST_PORT) {
                throw new TypeConversionException(Messages.get("cli.wrong.port", text));
            }
            return Integer.parseInt(text);
        }
    }
}
