// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A simulator, a hub that listens, a clock moved by hand, and calls to both doors. */
final class Stage implements AutoCloseable {
    static final String SECRET = "k3y";
    static final String PHONE = "447700900341";

    record Reply(int status, String body, HttpResponse<byte[]> http) {
        JsonNode json() {
            return Json.read(http.body()).orElseThrow();
        }

        int errorCode() {
            return json().path("error").path("code").asInt(-1);
        }

        String wamid() {
            return Json.text(json().path("messages").path(0), "id");
        }
    }

    final FakeHub hub = new FakeHub();
    final HandClock clock = new HandClock();
    final Simulator simulator;
    private final HttpClient client = HttpClient.newHttpClient();

    Stage() {
        this(settings -> settings);
    }

    Stage(UnaryOperator<SimulatorSettings> shape) {
        simulator = new Simulator(shape.apply(SimulatorSettings.of(hub.address(), SECRET, clock)));
        simulator.start();
    }

    Reply control(String path, String json) {
        return post("/simulator/" + path, json);
    }

    Reply say(String phone, String text) {
        return control("customers/" + phone + "/say", "{\"text\":\"" + text + "\"}");
    }

    /** Sends to {@link #PHONE}; {@code rest} are the properties beside the recipient, with ' for ". */
    Reply send(String rest) {
        return graph("{'messaging_product':'whatsapp','to':'+" + PHONE + "'," + rest + "}");
    }

    Reply sendText(String text) {
        return send("'type':'text','text':{'body':'" + text + "'}");
    }

    Reply graph(String json) {
        return post("/v25.0/771940260085512/messages", json.replace('\'', '"'));
    }

    Reply post(String path, String body) {
        return call(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Reply get(String path) {
        return call(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        String address = path.startsWith("http") ? path : simulator.url() + path;
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer made-up");
    }

    Reply call(HttpRequest.Builder request) {
        try {
            return tryCall(request);
        } catch (IOException e) {
            throw new AssertionError("the simulator did not answer", e);
        }
    }

    Reply tryCall(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode phone(String number) {
        return get("/simulator/phones/" + number).json();
    }

    JsonNode state() {
        return get("/simulator/state").json();
    }

    /** Moves the clock by small steps until the condition holds, for at most ten real seconds. */
    void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    clock.move(Duration.ofMillis(100));
                    return condition.call();
                });
    }

    @Override
    public void close() {
        simulator.close();
        client.shutdownNow();
        hub.close();
    }
}
