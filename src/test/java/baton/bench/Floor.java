// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least that a hub could do: checks the signature, appends the body to a file, forces it to the disk together with whatever
 * came meanwhile, answers 200, and hands it to whoever waits, or nothing after as many seconds as they wait. It understands nothing, keeps no order but that of arrival, and
 * answers no question. {@code Floor SECRET FILE} prints its address.
 */
final class Floor {

    private static final String WAIT = "wait=";
    private static final byte[] NOTHING = {};

    private record Kept(ByteBuffer body, CompletableFuture<Void> durable) {}

    private final SecretKeySpec key;
    private final FileChannel file;
    private final BlockingQueue<Kept> queue = new LinkedBlockingQueue<>();
    private CompletableFuture<byte[]> next = new CompletableFuture<>();

    private Floor(String secret, Path file) throws IOException {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static void main(String[] words) throws IOException {
        Floor floor = new Floor(words[0], Path.of(words[1]));
        Thread.ofPlatform().start(floor::write);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webhooks/whatsapp", floor::take);
        server.createContext("/api/feed", floor::follow);
        server.start();
        System.out.println(
                "floor ready on http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isSigned =
                ("sha256=" + sign(body)).equals(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"));
        if (isSigned) {
            Kept kept = new Kept(ByteBuffer.wrap(body), new CompletableFuture<>());
            queue.add(kept);
            kept.durable().join();
        }
        exchange.sendResponseHeaders(isSigned ? 200 : 401, -1);
        exchange.close();
    }

    private void follow(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        long seconds = Long.parseLong(query.substring(query.indexOf(WAIT) + WAIT.length()));
        byte[] body = waiting()
                .copy()
                .completeOnTimeout(NOTHING, seconds, TimeUnit.SECONDS)
                .join();
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length); // -1: none, 0: of unknown length
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private synchronized CompletableFuture<byte[]> waiting() {
        return next;
    }

    private synchronized CompletableFuture<byte[]> passOn() {
        CompletableFuture<byte[]> now = next;
        next = new CompletableFuture<>();
        return now;
    }

    private void write() {
        try {
            while (true) {
                List<Kept> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch);
                for (Kept kept : batch) {
                    file.write(kept.body());
                }
                file.force(false);
                batch.forEach(kept -> kept.durable().complete(null));
                passOn().complete(batch.getLast().body().array());
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
