// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The calls Meta makes to the hub: signed POSTs and the GET handshake. A call that cannot be made answers status 0 and the reason. */
final class HubCall implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** The hub's answer. */
    record Reply(int status, String body) {
        @Override
        public String toString() {
            return status == 0 ? body : "status " + status;
        }
    }

    private final AtomicReference<URI> hub;
    private final Credentials credentials;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    HubCall(URI hub, Credentials credentials) {
        this.hub = new AtomicReference<>(hub);
        this.credentials = credentials;
    }

    void pointAt(URI webhook) {
        hub.set(webhook);
    }

    URI address() {
        return hub.get();
    }

    Reply post(Bytes body) {
        return post(body, Signature.sha256(credentials.appSecret(), body.array()));
    }

    /** Posts under a signature of the caller's choosing; an empty one is left out. */
    Reply post(Bytes body, String signature) {
        return call(address(), request -> {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.array()));
            if (!signature.isEmpty()) {
                request.header("X-Hub-Signature-256", signature);
                request.header("X-Hub-Signature", Signature.sha1(credentials.appSecret(), body.array()));
            }
        });
    }

    /** The handshake (Cloud API 1.1): good when the answer is 200 and its body is the challenge and nothing else. */
    Reply handshake(String challenge) {
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(credentials.verifyToken(), StandardCharsets.UTF_8);
        String base = address().toString();
        return call(URI.create(base + (base.contains("?") ? "&" : "?") + query), HttpRequest.Builder::GET);
    }

    private Reply call(URI uri, Consumer<HttpRequest.Builder> shape) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(ANSWER).header("User-Agent", "facebookexternalua");
        shape.accept(request);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException unreachable) {
            String why = unreachable.getMessage();
            return new Reply(0, why == null ? unreachable.getClass().getSimpleName() : why);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply(0, "stopped");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
