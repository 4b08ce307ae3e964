package org.mtlsplayground.zoo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.ChainReport;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.pki.detail.Asn1;
import org.mtlsplayground.pki.detail.Asn1Node;
import org.mtlsplayground.pki.detail.CertificateFields;

/**
 * Loads changed files one after the other, and asks of each whatever can be asked: nothing may come of it but an answer or
 * a {@link LoadException}, and that soon.
 */
public final class Mutations {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Those that cost more to open are changed less often, in nanoseconds. */
    private static final long CHEAP = TimeUnit.MICROSECONDS.toNanos(500);

    private static final int TRIES = 3;
    private static final int NODES = 5000;

    private final List<Sample> samples;
    private final Path file;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final double[] shares;
    /** Characters, so that what is told is made. */
    private long told;

    /** @param file that is written anew for each change */
    public Mutations(List<Sample> samples, Path file) throws IOException {
        this.samples = List.copyOf(samples);
        this.file = file;
        this.shares = new double[samples.size()];
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            all += CHEAP / (double) (CHEAP + cost(samples.get(i)));
            shares[i] = all;
        }
    }

    /**
     * A sound file.
     *
     * @param password null if it needs none
     */
    public record Sample(String name, byte[] content, char[] password) {}

    /**
     * What came of it.
     *
     * @param refused how many were no longer what was sought
     * @param told how many characters there were to show
     * @param longest the most processor time for one, in nanoseconds
     * @param slowest the sample with which that was
     * @param nanos processor time for all
     */
    public record Result(int count, int refused, long told, long longest, String slowest, long nanos) {}

    /** All files of the zoo that openssl makes, and the samples of the project. */
    public static List<Sample> all() throws IOException {
        List<Sample> samples = new ArrayList<>();
        Zoo zoo = Zoo.openssl();
        for (Recipe recipe : zoo.samples()) {
            samples.add(new Sample(recipe.name(), Files.readAllBytes(zoo.file(recipe)), recipe.chars()));
        }
        try (Stream<Path> files = Files.list(Path.of("sample-certs"))) {
            for (Path own : files.sorted().toList()) {
                samples.add(
                        new Sample(own.getFileName().toString(), Files.readAllBytes(own), "playground".toCharArray()));
            }
        }
        return samples;
    }

    /**
     * Changes and loads so many.
     *
     * @throws AssertionError at the first that ends otherwise than it may; it says how to get there again
     */
    public Result run(long seed, int count) throws IOException {
        int refused = 0;
        long longest = 0;
        long nanos = 0;
        String slowest = "";
        for (int number = 0; number < count; number++) {
            Random random = new Random(seed + number);
            Sample sample = any(random);
            byte[] changed =
                    new Mutation(random).of(sample.content(), any(random).content());
            Files.write(file, changed);
            long begin = threads.getCurrentThreadCpuTime();
            try {
                refused += load(sample.password(), changed);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                throw new AssertionError(what(seed, number, sample, changed), e);
            }
            long taken = threads.getCurrentThreadCpuTime() - begin;
            if (taken > SECOND) {
                throw new AssertionError(taken / SECOND + " s: " + what(seed, number, sample, changed));
            }
            nanos += taken;
            if (taken > longest) {
                longest = taken;
                slowest = sample.name();
            }
        }
        return new Result(count, refused, told, longest, slowest, nanos);
    }

    private static String what(long seed, int number, Sample sample, byte[] changed) {
        return "seed " + (seed + number) + ", " + sample.name() + ", as base64: "
                + Base64.getEncoder().encodeToString(changed);
    }

    private Sample any(Random random) {
        double share = random.nextDouble() * shares[shares.length - 1];
        int index = 0;
        while (shares[index] < share) {
            index++;
        }
        return samples.get(index);
    }

    private long cost(Sample sample) throws IOException {
        Files.write(file, sample.content());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            load(sample.password(), sample.content());
            least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }

    /** 1 if it gives neither certificates nor a key. */
    private int load(char[] password, byte[] bytes) {
        boolean useful = false;
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            FileContents contents = opened.contents();
            told += contents.toString().length();
            for (FileEntry entry : contents.entries()) {
                if (entry instanceof FileEntry.Certificate one) {
                    describe(one.certificate());
                }
            }
            opened.options();
            boolean certificates = asked(() -> ChainReport.of(opened.certificates(EntryChoice.first())));
            useful = asked(() -> opened.privateKey(EntryChoice.first())) || certificates;
            asked(opened::trustAnchors);
            asked(opened::revocationLists);
        } catch (LoadException e) {
            told += e.fault().toString().length();
        }
        CertificateFields.of(bytes);
        for (Asn1Node root : Asn1.parse(bytes)) {
            for (Asn1Node node : Asn1.flatten(root, NODES)) {
                told += node.toString().length();
            }
        }
        return useful ? 0 : 1;
    }

    private static void describe(X509Certificate certificate) {
        CertificateDescription.of(certificate);
        CertificateFields.of(certificate);
    }

    private interface Question {
        Object ask() throws LoadException;
    }

    private static boolean asked(Question question) {
        try {
            return question.ask() != null;
        } catch (LoadException e) {
            return e.fault() == null;
        }
    }
}
