// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A hub that only listens: keeps every delivery, answers 200 or what it was told to answer next. */
final class FakeHub implements AutoCloseable {
    record Delivery(String signature, String body, int answered) {}

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final HttpServer server;

    FakeHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks/whatsapp", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void answerNext(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    private synchronized int answer() {
        Integer next = answers.poll();
        return next == null ? 200 : next;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] reply = {};
        int status = 200;
        if (exchange.getRequestMethod().equals("POST")) {
            status = answer();
            String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
            deliveries.add(new Delivery(signature == null ? "" : signature, body, status));
        } else {
            String query = exchange.getRequestURI().getQuery();
            reply = query.replaceAll(".*hub\\.challenge=(\\d+).*", "$1").getBytes(StandardCharsets.UTF_8);
        }
        exchange.sendResponseHeaders(status, reply.length == 0 ? -1 : reply.length);
        if (reply.length > 0) {
            exchange.getResponseBody().write(reply);
        }
        exchange.close();
    }

    /** The items of one kind in the deliveries answered 200, in order of arrival. */
    List<JsonNode> items(String kind) {
        return deliveries.stream()
                .filter(delivery -> delivery.answered() == 200)
                .flatMap(delivery -> itemsOf(delivery.body(), kind))
                .toList();
    }

    static Stream<JsonNode> itemsOf(String body, String kind) {
        JsonNode root = Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return Json.elements(root, "entry")
                .flatMap(entry -> Json.elements(entry, "changes"))
                .flatMap(change -> Json.elements(change.path("value"), kind));
    }

    List<String> texts() {
        return items("messages").stream()
                .map(message -> Json.text(message.path("text"), "body"))
                .toList();
    }

    List<String> statuses(String wamid) {
        return items("statuses").stream()
                .filter(status -> Json.text(status, "id").equals(wamid))
                .map(status -> Json.text(status, "status"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
