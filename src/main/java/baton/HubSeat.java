// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One sign-in at one hub, for tools that stand outside: knows the documented addresses and nothing else. Told that it asks
 * too often it waits as long as the hub says. Safe from any thread.
 */
final class HubSeat {

    /** What the hub said. */
    record Said(int status, JsonNode body) {

        boolean isDone() {
            return status == 200;
        }

        /** A "no" of the rules, as against a fault. */
        boolean isRefused() {
            return status == 409;
        }
    }

    /** A hub that did not let somebody in, or did not answer as a hub does; in words for whoever called the tool. */
    static final class NotServed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotServed(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final URI hub;
    private final String name;
    private final String token;

    private HubSeat(OkHttpClient client, URI hub, String name, String token) {
        this.client = client;
        this.hub = hub;
        this.name = name;
        this.token = token;
    }

    /** Signs in; refuses with a {@link NotServed}. */
    static HubSeat signedIn(OkHttpClient client, URI hub, String name, String password) {
        HubSeat stranger = new HubSeat(client, hub, name, "");
        Said said = stranger.post("/api/session", Map.of("name", name, "password", password));
        if (!said.isDone()) {
            throw new NotServed(hub + " did not let " + name + " in: "
                    + said.body().path("error").asString("status " + said.status()));
        }
        return new HubSeat(client, hub, name, said.body().path("token").asString());
    }

    String name() {
        return name;
    }

    URI hub() {
        return hub;
    }

    Said get(String path) {
        return patiently(request(path).get().build());
    }

    Said post(String path, Object body) {
        return patiently(request(path)
                .post(RequestBody.create(Json.MAPPER.writeValueAsBytes(body), JSON))
                .build());
    }

    /** Copies a body of any size; refuses with a {@link NotServed} what is no 200. */
    void download(String path, OutputStream out) throws IOException {
        OkHttpClient patient =
                client.newBuilder().readTimeout(Duration.ofMinutes(5)).build();
        try (Response response = patient.newCall(request(path).get().build()).execute()) {
            if (response.code() != 200) {
                throw new NotServed(hub + " answered " + response.code() + ": "
                        + read(response.body().bytes()).path("error").asString(""));
            }
            response.body().byteStream().transferTo(out);
        }
    }

    /** {@code facts}: an id, a kind and what belongs to it, as in the API's description. */
    Said command(Map<String, Object> facts) {
        return post("/api/commands", facts);
    }

    private Request.Builder request(String path) {
        Request.Builder request = new Request.Builder().url(hub + path);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Said patiently(Request request) {
        while (true) {
            try (Response response = client.newCall(request).execute()) {
                byte[] body = response.body().bytes();
                if (response.code() != 429) {
                    return new Said(response.code(), read(body));
                }
                rest(response.header("Retry-After"));
            } catch (IOException broken) {
                throw new UncheckedIOException(hub + " does not answer", broken);
            }
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body.length == 0 ? new byte[] {'{', '}'} : body);
        } catch (JacksonException noHub) {
            throw new NotServed("What answers there is no hub");
        }
    }

    private static void rest(@Nullable String seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds == null ? 1 : Long.parseLong(seconds)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotServed("It was stopped");
        }
    }
}
