// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A Graph API that accepts everything at once and notes when; in the benchmark's own process, so that one clock measures. */
final class Meta implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();

    Meta() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** When a message with this text came, by {@link System#nanoTime()}; absent while it has not. */
    Map<String, Long> accepted() {
        return accepted;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        long now = System.nanoTime();
        if (body.length > 0) {
            String text = JSON.readTree(body).path("text").path("body").asString("");
            accepted.putIfAbsent(text, now);
        }
        byte[] answer = """
            {"messaging_product":"whatsapp","contacts":[],"messages":[{"id":"wamid.bench.%d"}],"id":"%s"}\
            """.formatted(ids.incrementAndGet(), Deliveries.NUMBER).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
