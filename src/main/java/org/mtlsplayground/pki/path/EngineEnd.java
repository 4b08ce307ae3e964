package org.mtlsplayground.pki.path;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** One of two engines that talk with each other. */
final class EngineEnd {
    private final SSLEngine engine;
    private final Consumer<byte[]> tap;
    private ByteBuffer inbox;
    private final ByteBuffer words;
    private boolean finished;
    private boolean told;
    private Exception failure;

    EngineEnd(SSLEngine engine, Consumer<byte[]> tap) {
        this.engine = engine;
        this.tap = tap;
        this.inbox = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.words = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    void begin() {
        try {
            engine.beginHandshake();
        } catch (SSLException | RuntimeException e) {
            failed(e);
        }
    }

    EnginePair.End ending() {
        return new EnginePair.End(finished, Optional.ofNullable(failure), failure != null && !told);
    }

    /** Reads what has come, says what it has to say, until enough is known; returns whether there was anything of either. */
    boolean turn(EngineEnd other, BooleanSupplier known) {
        boolean moved = false;
        boolean goingOn = true;
        while (goingOn && !known.getAsBoolean()) {
            goingOn = step(other);
            moved |= goingOn;
        }
        return moved;
    }

    private boolean step(EngineEnd other) {
        HandshakeStatus status = engine.getHandshakeStatus();
        try {
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
                return true;
            }
            if (status == HandshakeStatus.NEED_WRAP) {
                return say(other);
            }
            return failure == null && read();
        } catch (SSLException | RuntimeException e) {
            failed(e);
            return true;
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private boolean say(EngineEnd other) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), record);
        note(result);
        record.flip();
        if (record.hasRemaining()) {
            tap.accept(Arrays.copyOf(record.array(), record.limit()));
            other.hear(record);
        }
        return result.bytesProduced() > 0 || result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void hear(ByteBuffer record) {
        if (inbox.remaining() < record.remaining()) {
            inbox = ByteBuffer.allocate(2 * inbox.capacity() + record.remaining())
                    .put(inbox.flip());
        }
        inbox.put(record);
    }

    private boolean read() throws SSLException {
        inbox.flip();
        try {
            if (!inbox.hasRemaining()) {
                return false;
            }
            words.clear();
            SSLEngineResult result = engine.unwrap(inbox, words);
            note(result);
            return result.bytesConsumed() > 0 || result.getStatus() == Status.OK;
        } finally {
            inbox.compact();
        }
    }

    private void note(SSLEngineResult result) {
        finished |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
    }

    private void failed(Exception thrown) {
        if (failure != null) {
            return;
        }
        // What a task threw comes wrapped in an exception of the same words.
        boolean wrapped = thrown.getCause() instanceof SSLException cause
                && String.valueOf(cause.getMessage()).equals(thrown.getMessage());
        failure = wrapped ? (Exception) thrown.getCause() : thrown;
        told = String.valueOf(failure.getMessage()).startsWith("Received fatal alert")
                || String.valueOf(failure.getMessage()).contains("Received fatal alert");
    }
}
