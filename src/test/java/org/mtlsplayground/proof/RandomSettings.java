package org.mtlsplayground.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;

/** Connections with settings at random, each judged beforehand, then made; see {@link Judge} and {@link RandomCase}. */
public final class RandomSettings implements AutoCloseable {
    /** Much of the time is waiting for the other side, or for another program. */
    private static final int AT_ONCE = 4;

    private final Pool pool;
    private final OpensslReading openssl;
    private final Set<X509Certificate> everything;

    /** @param folder for the files of other programs */
    public RandomSettings(Path folder) throws IOException, LoadException {
        pool = Pool.make();
        openssl = new OpensslReading(folder);
        everything = pool.certificates();
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * What came of it.
     *
     * @param differences where verdict and reading do not agree, for people
     * @param causes how often there was which cause
     * @param asked how often another program was asked
     */
    public record Result(List<String> differences, Map<Cause, Integer> causes, int asked) {}

    private record One(Cause cause, Optional<String> difference) {}

    /** Tries so many. Blocks. The same seed makes the same choices; keys and certificates are others each time. */
    public Result run(long seed, int first, int count) throws InterruptedException {
        List<String> differences = new ArrayList<>();
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<One>> all = new ArrayList<>();
            for (int number = first; number < first + count; number++) {
                int which = number;
                all.add(threads.submit(() -> one(seed, which)));
            }
            for (Future<One> each : all) {
                One one = each.get();
                one.difference().ifPresent(differences::add);
                causes.merge(one.cause(), 1, Integer::sum);
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e);
        } finally {
            threads.shutdownNow();
        }
        return new Result(differences, causes, openssl.asked());
    }

    private One again(Trial trial, Expected first, RandomCase some, String what)
            throws IOException, InterruptedException {
        Again again = some.again().orElseThrow();
        again.between().run();
        some.client().identity().map(Identity::leaf).ifPresent(openssl::forget);
        some.server().identity().map(Identity::leaf).ifPresent(openssl::forget);
        Expected expected = Judge.expectAgain(openssl, everything, first, some);
        if (again.server().isPresent()) {
            trial.restart(again.server().get());
        }
        return one(expected, trial.connect(again.client()), what + "\n    the second time");
    }

    private static One one(Expected expected, Trial.Ending ending, String what) {
        Verdict verdict = ending.verdict();
        return new One(
                verdict.why().cause(),
                expected.difference(ending)
                        .map(how -> what + "\n    " + how + ": expected " + expected.kind() + " by "
                                + expected.refusers() + " because of " + expected.causes() + " (" + expected.ground()
                                + ")\n    but came " + verdict.kind() + " by " + verdict.refusedBy() + " because of "
                                + verdict.why() + "\n    " + verdict.headline() + ". "
                                + verdict.detail().plain() + "\n    "
                                + verdict.explanation().views()));
    }

    private One one(long seed, int number) throws Exception {
        RandomCase some = RandomCase.of(new Random(seed * 1_000_003 + number), pool);
        String what = "seed " + seed + ", case " + number + ": " + some.description();
        try {
            Expected expected = Judge.expect(openssl, everything, some.client(), some.server());
            try (Trial trial = Trial.with(some.server())) {
                Trial.Ending ending = trial.connect(some.client());
                One one = one(expected, ending, what);
                return some.again().isEmpty() || one.difference().isPresent()
                        ? one
                        : again(trial, expected, some, what);
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError(what, e);
        }
    }
}
