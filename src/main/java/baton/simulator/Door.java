// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

/** The simulator's HTTP server: one virtual thread per request; control under {@code /simulator}, everything else is the Graph API. */
final class Door implements AutoCloseable {
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final Consumer<String> log;

    Door(String bind, int port, ExecutorService threads, Consumer<String> log) {
        this.log = log;
        tune("sun.net.httpserver.nodelay", "true");
        tune("sun.net.httpserver.maxIdleConnections", "2000");
        try {
            server = HttpServer.create(new InetSocketAddress(bind, port), BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + bind + ":" + port + ": " + taken.getMessage(), taken);
        }
        server.setExecutor(threads);
    }

    /** The JDK's server reads these when its first instance is made; without them every small answer waits 40 ms. */
    private static void tune(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    void open(String path, Function<Call, Answer> room) {
        server.createContext(path, exchange -> serve(exchange, room));
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange, Function<Call, Answer> room) {
        try (exchange) {
            send(exchange, answer(Call.read(exchange), room));
        } catch (IOException callerGone) {
            log.accept("a caller went away: " + callerGone.getMessage());
        }
    }

    private Answer answer(Call call, Function<Call, Answer> room) {
        if (call.tooLarge()) {
            return Answer.refused(413, "the body is larger than " + Call.MOST_BYTES + " bytes");
        }
        try {
            return room.apply(call);
        } catch (RuntimeException broken) {
            log.accept("the simulator failed at " + call.method() + " " + call.path() + ": " + broken);
            return Answer.refused(500, "the simulator failed: " + broken);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Cut cut -> exchange.close();
            case Answer.Body(int status, String contentType, Bytes bytes, Map<String, String> headers) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.getResponseHeaders().set("Content-Type", contentType);
                exchange.sendResponseHeaders(status, bytes.size() == 0 ? -1 : bytes.size());
                if (bytes.size() > 0) {
                    exchange.getResponseBody().write(bytes.array());
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
