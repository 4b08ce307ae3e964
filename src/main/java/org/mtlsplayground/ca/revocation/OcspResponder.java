package org.mtlsplayground.ca.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Says by HTTP on this machine alone which certificates of a CA are revoked: as an OCSP responder (RFC 6960 §A.1, GET and
 * POST, at any path but the next) and by its CRL at {@code /crl}. Thread-safe.
 */
public final class OcspResponder implements AutoCloseable {
    /** No longer request is read, in bytes. */
    static final int MAX_REQUEST = 16 * 1024;

    private static final int THREADS = 4;
    private static final String CRL_PATH = "/crl";
    private static final int OK = 200;
    private static final int BAD_METHOD = 405;
    private static final int TOO_LONG = 413;

    /** How it answers. */
    public enum Behaviour {
        ANSWERING,
        /** Each question with "try later". */
        TRY_LATER,
        /** Not at all: connections end without a word. */
        SILENT
    }

    /**
     * What a responder is to be like.
     *
     * @param port 0 for any that is free
     * @param delegated whether a certificate made for it signs, and not the CA's own
     * @param validity how long an answer says that it holds; zero leaves its end out, so that nobody keeps it
     */
    public record Settings(int port, boolean delegated, Duration validity) {
        /** Any port, signed by the CA, nothing to be kept. */
        public static Settings usual() {
            return new Settings(0, false, Duration.ZERO);
        }
    }

    private final Authority authority;
    private final OcspAnswering answering;
    private final Consumer<Asked> listener;
    private final HttpServer server;
    private final ExecutorService threads;
    private volatile Behaviour behaviour = Behaviour.ANSWERING;

    private OcspResponder(Authority authority, Settings settings, Consumer<Asked> listener) throws IOException {
        this.authority = authority;
        this.listener = listener;
        OcspSigner signer = settings.delegated()
                ? OcspSigner.delegatedBy(authority.identity())
                : OcspSigner.ca(authority.identity());
        answering = new OcspAnswering(authority, signer, settings.validity());
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "ocsp-responder-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Begins to listen on 127.0.0.1.
     *
     * @param listener told of each question, on a thread of the responder; must return quickly
     * @throws java.net.BindException if the port is occupied or forbidden
     */
    public static OcspResponder start(Authority authority, Settings settings, Consumer<Asked> listener)
            throws IOException {
        OcspResponder responder = new OcspResponder(authority, settings, listener);
        responder.server.start();
        return responder;
    }

    /** Where it answers OCSP, for the authority information access of certificates. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Where it has the CRL, for the distribution points of certificates. */
    public URI crlAddress() {
        return address().resolve(CRL_PATH);
    }

    /** Whose certificates it knows. */
    public Authority authority() {
        return authority;
    }

    /** Answers in another way from now on. */
    public void behave(Behaviour other) {
        behaviour = other;
    }

    /** How it answers now. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Stops at once, frees the port; back within a second. Further calls do nothing. */
    @Override
    public void close() {
        if (!threads.isShutdown()) {
            threads.shutdownNow();
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            // One question a connection: nothing idle is left over that a client might take up again too late.
            exchange.getResponseHeaders().set("Connection", "close");
            if (exchange.getRequestURI().getRawPath().equals(CRL_PATH)) {
                crl(exchange);
            } else {
                switch (exchange.getRequestMethod()) {
                    case "GET" -> status(exchange, Asked.Question.STATUS_BY_GET, fromPath(exchange));
                    case "POST" -> status(exchange, Asked.Question.STATUS_BY_POST, fromBody(exchange));
                    default -> refuse(exchange, BAD_METHOD, Asked.Question.OTHER, Asked.Answer.NOT_FOUND);
                }
            }
        }
    }

    private void crl(HttpExchange exchange) throws IOException {
        if (behaviour != Behaviour.ANSWERING) {
            // HTTP has no "try later" that a CRL's reader would know.
            tell(exchange, Asked.Question.CRL, Asked.Answer.NOTHING);
            return;
        }
        try {
            byte[] der = CrlFiles.der(authority.currentCrl(Instant.now()));
            tell(exchange, Asked.Question.CRL, Asked.Answer.CRL);
            send(exchange, "application/pkix-crl", der);
        } catch (IllegalStateException e) {
            tell(exchange, Asked.Question.CRL, Asked.Answer.FAILED);
        }
    }

    private void status(HttpExchange exchange, Asked.Question question, Optional<byte[]> request) throws IOException {
        if (request.isEmpty()) {
            refuse(exchange, TOO_LONG, question, Asked.Answer.TOO_LONG);
            return;
        }
        if (behaviour == Behaviour.SILENT) {
            tell(exchange, question, Asked.Answer.NOTHING);
            return;
        }
        OcspAnswering.Response response = behaviour == Behaviour.TRY_LATER
                ? answering.tryLater()
                : answering.answer(request.get(), Instant.now());
        response.error().ifPresent(error -> tell(exchange, question, error));
        response.answers()
                .forEach((serial, answer) -> listener.accept(
                        new Asked(Instant.now(), exchange.getRemoteAddress(), question, Optional.of(serial), answer)));
        send(exchange, "application/ocsp-response", response.der());
    }

    /** RFC 6960 §A.1: the base64 of the request behind the address, each sign escaped that a path can't have. */
    private static Optional<byte[]> fromPath(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        if (path.length() > MAX_REQUEST) {
            return Optional.empty();
        }
        try {
            // A plus stands for itself in a path, unlike in a form.
            String text = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(Base64.getDecoder().decode(text.replaceFirst("^/+", "")));
        } catch (IllegalArgumentException e) {
            return Optional.of(new byte[0]);
        }
    }

    private static Optional<byte[]> fromBody(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(MAX_REQUEST + 1);
            return bytes.length > MAX_REQUEST ? Optional.empty() : Optional.of(bytes);
        }
    }

    private void refuse(HttpExchange exchange, int status, Asked.Question question, Asked.Answer answer)
            throws IOException {
        tell(exchange, question, answer);
        exchange.sendResponseHeaders(status, -1);
    }

    private void tell(HttpExchange exchange, Asked.Question question, Asked.Answer answer) {
        listener.accept(new Asked(Instant.now(), exchange.getRemoteAddress(), question, Optional.empty(), answer));
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(OK, content.length);
        exchange.getResponseBody().write(content);
    }
}
