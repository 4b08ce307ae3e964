package org.mtlsplayground.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509CRL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mtlsplayground.ca.revocation.CrlFiles;

/** Has revocation lists by HTTP, on this machine alone, until it is closed. Each stays as it is: a JDK keeps what it fetched. */
final class ListServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int THREADS = 4;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    private ListServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    static ListServer start() throws IOException {
        ListServer lists = new ListServer();
        lists.server.start();
        return lists;
    }

    /** Where a file is, or will be. */
    String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    void publish(String name, X509CRL list) {
        files.put("/" + name, CrlFiles.der(list));
    }

    /** Something that is no list. */
    void publishGarbage(String name) {
        files.put("/" + name, new byte[] {'n', 'o', ' ', 'l', 'i', 's', 't'});
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            exchange.sendResponseHeaders(OK, file.length);
            exchange.getResponseBody().write(file);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
