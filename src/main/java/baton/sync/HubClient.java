// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.ConversationId;
import baton.run.Secret;
import baton.wire.Answers;
import baton.wire.Board;
import baton.wire.CommandWriter;
import baton.wire.Json;
import baton.wire.Signal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hub over HTTP, compressed where it helps. Every method waits for the answer and throws nothing for what a network or a
 * hub can do. Safe from any thread.
 */
final class HubClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    /** What a held poll may take beyond the time it is held. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final HttpUrl url;
    private final Locale language;
    private final Supplier<Optional<Secret>> token;
    private final Trust trust;
    private final Exchanges exchanges;
    private @Nullable OkHttpClient client;
    private final AtomicReference<@Nullable Call> poll = new AtomicReference<>();
    private volatile boolean isClosed;

    HubClient(HubAddress hub, Locale language, InstantSource clock, Supplier<Optional<Secret>> token) {
        this.url = HttpUrl.get(hub.url().toString());
        this.language = language;
        this.token = token;
        this.trust = new Trust(hub.pin());
        this.exchanges = new Exchanges(clock, trust);
    }

    /** Made when it is first needed: it looks through all of Java's security providers, for which a window that opens need not wait. */
    private synchronized OkHttpClient client() {
        OkHttpClient ready = client;
        if (ready == null) {
            ready = trust.on(new OkHttpClient.Builder())
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .connectTimeout(CONNECT)
                    .readTimeout(ANSWER)
                    .writeTimeout(ANSWER)
                    .build();
            client = ready;
        }
        return ready;
    }

    HubReply<Answers.Session> signIn(String name, Secret password) {
        ObjectNode asked = Json.MAPPER.createObjectNode().put("name", name).put("password", password.reveal());
        Request request = new Request.Builder()
                .url(path("api", "session").build())
                .header("Accept-Language", language.toLanguageTag())
                .post(json(asked))
                .build();
        return exchanges.call(client().newCall(request), Answers.Session.class);
    }

    /** Ends the sign-in of this token, which need not be the one of now. */
    HubReply<JsonNode> signOut(Secret ended) {
        Request.Builder request = request(path("api", "session")).header("Authorization", bearer(ended));
        return exchanges.call(client().newCall(request.delete().build()), JsonNode.class);
    }

    private static String bearer(Secret secret) {
        return "Bearer " + secret.reveal();
    }

    /** News after the cursor; the hub may hold the question for {@code wait}. {@link #cancelPoll} ends it early. */
    HubReply<Answers.Feed> feed(long after, Duration wait) {
        HttpUrl.Builder path = path("api", "feed")
                .addQueryParameter("after", Long.toString(after))
                .addQueryParameter("wait", Long.toString(wait.toSeconds()));
        // A poll that broke is not repeated in silence: whoever answers then may be a hub that remembers something
        // else.
        OkHttpClient patient = client().newBuilder()
                .readTimeout(wait.plus(GRACE))
                .retryOnConnectionFailure(false)
                .build();
        Call call = patient.newCall(request(path).get().build());
        poll.set(call);
        if (isClosed) {
            call.cancel(); // nobody else would end it any more
        }
        try {
            return exchanges.call(call, Answers.Feed.class);
        } finally {
            poll.compareAndSet(call, null);
        }
    }

    /** Ends the poll that is under way, if there is one; it fails. */
    void cancelPoll() {
        Call call = poll.get();
        if (call != null) {
            call.cancel();
        }
    }

    HubReply<Answers.Snapshot> snapshot(Optional<Long> page, int limit) {
        HttpUrl.Builder path = path("api", "snapshot").addQueryParameter("limit", Integer.toString(limit));
        page.ifPresent(next -> path.addQueryParameter("page", Long.toString(next)));
        return exchanges.call(client().newCall(request(path).get().build()), Answers.Snapshot.class);
    }

    HubReply<Answers.Messages> messages(ConversationId conversation, OptionalLong before, int limit) {
        HttpUrl.Builder path = path("api", "conversations", conversation.toString(), "messages")
                .addQueryParameter("limit", Integer.toString(limit));
        before.ifPresent(id -> path.addQueryParameter("before", Long.toString(id)));
        return exchanges.call(client().newCall(request(path).get().build()), Answers.Messages.class);
    }

    HubReply<Board.Reconciliation> reconciliation(int days) {
        HttpUrl.Builder path = path("api", "reconciliation").addQueryParameter("days", Integer.toString(days));
        return exchanges.call(client().newCall(request(path).get().build()), Board.Reconciliation.class);
    }

    HubReply<JsonNode> command(CommandId id, Command command) {
        RequestBody body = json(CommandWriter.write(id, command));
        return exchanges.call(
                client().newCall(request(path("api", "commands")).post(body).build()), JsonNode.class);
    }

    HubReply<JsonNode> signal(Signal signal) {
        RequestBody body = json(Json.MAPPER.valueToTree(signal));
        return exchanges.call(
                client().newCall(request(path("api", "signals")).post(body).build()), JsonNode.class);
    }

    private HttpUrl.Builder path(String... segments) {
        HttpUrl.Builder path = url.newBuilder();
        for (String segment : segments) {
            path.addPathSegment(segment);
        }
        return path;
    }

    private Request.Builder request(HttpUrl.Builder path) {
        Request.Builder request =
                new Request.Builder().url(path.build()).header("Accept-Language", language.toLanguageTag());
        token.get().ifPresent(secret -> request.header("Authorization", bearer(secret)));
        return request;
    }

    private static RequestBody json(JsonNode body) {
        return RequestBody.create(Json.MAPPER.writeValueAsBytes(body), Exchanges.JSON);
    }

    /** Ends what is under way; a poll that is asked for later fails at once. */
    @Override
    public synchronized void close() {
        isClosed = true;
        cancelPoll();
        OkHttpClient made = client;
        if (made != null) {
            made.dispatcher().cancelAll();
            made.connectionPool().evictAll();
        }
    }
}
