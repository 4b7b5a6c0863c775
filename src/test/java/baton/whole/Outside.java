// SPDX-License-Identifier: Apache-2.0
package baton.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with a process from outside, knowing nothing of Baton but its documented addresses. */
final class Outside {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private Optional<String> token = Optional.empty();

    Outside(String address) {
        this.address = address;
    }

    int port() {
        return URI.create(address).getPort();
    }

    record Answer(int status, JsonNode body) {}

    /** Returns the token, which later calls carry. */
    String signIn(String name, String password) {
        Answer answer = post("/api/session", Map.of("name", name, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("Sign-in refused: " + answer);
        }
        String fresh = answer.body().path("token").asString();
        token = Optional.of(fresh);
        return fresh;
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** The status alone. */
    int postBytes(String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build()).status();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(40));
        token.ifPresent(value -> builder.header("Authorization", "Bearer " + value));
        return builder;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isBlank() ? "{}" : response.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
