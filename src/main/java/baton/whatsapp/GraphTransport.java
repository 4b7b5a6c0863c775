// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import tools.jackson.databind.JsonNode;

/**
 * HTTP to the Graph API, each request once and never again by itself: no silent retry, no redirect, no repetition that an answer asks
 * for. HTTP/1.1, so that a broken connection is the concern of one message only.
 */
final class GraphTransport {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int IDLE_CONNECTIONS = 32;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final GraphSettings settings;
    private final OkHttpClient client;
    private final Consumer<RateUsage> usage;

    GraphTransport(GraphSettings settings, Consumer<RateUsage> usage) {
        this.settings = settings;
        this.usage = usage;
        this.client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(new LiveConnection())
                .addNetworkInterceptor(GraphTransport::withoutRetryAfter)
                .eventListenerFactory(call -> trace(call.request()))
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                .build();
    }

    /** The address below the version; parameters are added by the caller. */
    HttpUrl.Builder url(String... path) {
        HttpUrl.Builder url =
                HttpUrl.get(settings.baseUrl().toString()).newBuilder().addPathSegment(settings.version());
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return url;
    }

    /** The token of now; a line end from a file is no part of it. */
    String token() {
        return settings.token().get().reveal().strip();
    }

    GraphReply get(HttpUrl.Builder url, String token) throws IOException {
        return call(request(url, token).get().build());
    }

    GraphReply post(HttpUrl.Builder url, JsonNode body, CallTrace trace) throws IOException {
        return call(request(url, token())
                .post(new Once(body))
                .tag(CallTrace.class, trace)
                .build());
    }

    private GraphReply call(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            RateUsage.of(response.headers()).ifPresent(usage);
            return GraphReply.read(response);
        }
    }

    private Request.Builder request(HttpUrl.Builder url, String token) {
        settings.appSecret()
                .ifPresent(secret -> url.addQueryParameter("appsecret_proof", new Signature(secret).proof(token)));
        return new Request.Builder().url(url.build()).header("Authorization", "Bearer " + token);
    }

    /** OkHttp repeats a request when a 503 says "Retry-After: 0", whatever its settings; here nothing is ever repeated. */
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }

    private static EventListener trace(Request request) {
        CallTrace trace = request.tag(CallTrace.class);
        return trace == null ? EventListener.NONE : trace;
    }

    /** A body that OkHttp may write one time only. */
    private static final class Once extends RequestBody {
        private final byte[] bytes;

        Once(JsonNode body) {
            bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
