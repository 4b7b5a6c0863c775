// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.sync.LinkState.Trouble;
import baton.sync.LinkState.Unusable;
import baton.wire.Answers;
import baton.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One question and its answer, with everything that can come of it in words. Safe from any thread. */
final class Exchanges {
    static final MediaType JSON = MediaType.get("application/json");

    private final InstantSource clock;
    private final Trust trust;

    Exchanges(InstantSource clock, Trust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    <T> HubReply<T> call(Call call, Class<T> type) {
        Instant asked = clock.instant();
        try (Response response = call.execute()) {
            byte[] body = response.body().bytes();
            return read(response.code(), body, type, asked);
        } catch (SSLHandshakeException | SSLPeerUnverifiedException untrusted) {
            return new HubReply.Wrong<>(Unusable.CERTIFICATE, words(untrusted), trust.refused());
        } catch (IOException broken) {
            return new HubReply.Failed<>(trouble(broken), words(broken));
        }
    }

    private <T> HubReply<T> read(int status, byte[] body, Class<T> type, Instant asked) {
        try {
            return switch (status) {
                case 200 -> new HubReply.Answered<>(Json.MAPPER.readValue(body, type), asked, clock.instant());
                case 204 -> new HubReply.Answered<>(type.cast(Json.MAPPER.createObjectNode()), asked, clock.instant());
                case 401 -> new HubReply.Denied<>(sentence(body));
                case 409 -> new HubReply.Refused<>(Json.MAPPER.readValue(body, Answers.Refused.class));
                case 400, 403, 413, 415, 422 -> new HubReply.Rejected<>(status, sentence(body));
                case 404 -> notFound(body);
                case 408, 425, 429 -> new HubReply.Failed<>(Trouble.BUSY, status + " " + sentence(body));
                default ->
                    status < 500 ? noHub(status) : new HubReply.Failed<>(Trouble.BUSY, status + " " + sentence(body));
            };
        } catch (JacksonException noJson) {
            return status >= 500 ? new HubReply.Failed<>(Trouble.BUSY, Integer.toString(status)) : noHub(status);
        }
    }

    /** A hub says in JSON that there is nothing at an address; anything else is another program. */
    private static <T> HubReply<T> notFound(byte[] body) {
        return new HubReply.Rejected<>(404, sentence(body));
    }

    private static <T> HubReply<T> noHub(int status) {
        return new HubReply.Wrong<>(
                Unusable.NO_HUB, "The answer (" + status + ") is not that of a hub of this release", Optional.empty());
    }

    private static String sentence(byte[] body) {
        JsonNode answer = Json.MAPPER.readTree(body);
        String why = answer.path("why").asString("");
        return why.isEmpty() ? answer.path("error").asString("") : why;
    }

    private static Trouble trouble(IOException broken) {
        return switch (broken) {
            case UnknownHostException _ -> Trouble.NO_NETWORK;
            case NoRouteToHostException _ -> Trouble.NO_NETWORK;
            case SocketTimeoutException _ -> Trouble.NO_ANSWER;
            case ConnectException refused ->
                words(refused).contains("unreachable") ? Trouble.NO_NETWORK : Trouble.NOT_RUNNING;
            default -> Trouble.NO_ANSWER;
        };
    }

    private static String words(IOException broken) {
        return broken.getClass().getSimpleName() + ": " + broken.getMessage();
    }
}
