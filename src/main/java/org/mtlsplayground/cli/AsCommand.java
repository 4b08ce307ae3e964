package org.mtlsplayground.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlsplayground.commands.Target;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --as}: instead of doing it, tells how another program does it. */
final class AsCommand {
    private AsCommand() {}

    /** Makes the text of a command. */
    interface Maker {
        String make() throws LoadException;
    }

    /** Writes the command alone on standard output, so that it can go on to a shell; what else there is to say elsewhere. */
    static int tell(Terminal terminal, Credentials credentials, Maker maker) throws WrongUseException {
        credentials.notices().forEach(terminal::problem);
        try {
            maker.make().lines().forEach(terminal::data);
        } catch (LoadException e) {
            throw FileProblem.unusable(Path.of(e.file()), e);
        }
        return Status.SUCCESS;
    }

    private static Target of(Side side, String word) {
        List<Target> all = Target.of(side);
        return all.stream()
                .filter(target -> target.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Messages.get(
                        "cli.wrong.word", all.stream().map(Target::word).collect(Collectors.joining(", ")), word)));
    }

    /** Programs that can be a client. */
    static final class Client implements ITypeConverter<Target> {
        @Override
        public Target convert(String word) {
            return of(Side.CLIENT, word);
        }
    }

    /** Programs that can be a server. */
    static final class Server implements ITypeConverter<Target> {
        @Override
        public Target convert(String word) {
            return of(Side.SERVER, word);
        }
    }
}
