// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every request comes through here: find the route, see who it is, take the body within its bounds, let the handler answer,
 * say in one sentence what went wrong. Runs on virtual threads; an answer that comes later holds none.
 */
final class Door extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String BEARER = "Bearer ";
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    /** What the door leans on. {@code perDesk}: how many requests one sign-in may make. {@code budget}: for all bodies together. */
    record Rules(
            Routes routes,
            Badges badges,
            Allowance perDesk,
            Patience patience,
            BodyBudget budget,
            Addresses addresses) {}

    private final Rules rules;
    private final Troubles troubles;
    private final Executor threads;

    Door(Rules rules, Troubles troubles, Executor threads) {
        this.rules = rules;
        this.troubles = troubles;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String method = request.getMethod();
        Routes.Found found;
        try {
            found = rules.routes().find(method, Request.getPathInContext(request));
        } catch (RuntimeException unknown) {
            send(request, response, callback, troubles.reply(method, unknown));
            return true;
        }
        String doing = method + " " + found.route().path();
        CompletableFuture<Void> _ = answer(request, found)
                .exceptionally(broken -> troubles.reply(doing, broken))
                .thenAcceptAsync(reply -> send(request, response, callback, reply), threads)
                .whenComplete((_, broken) -> failIfBroken(callback, broken));
        return true;
    }

    private CompletableFuture<Reply> answer(Request request, Routes.Found found) {
        try {
            Route route = found.route();
            Optional<Badge> badge =
                    route.access() == Access.ANYBODY ? Optional.empty() : Optional.of(badge(request, route));
            BodyBudget.Share share = rules.budget().share();
            return body(request, route, share)
                    .thenCompose(body -> route.handling()
                            .answer(new Call(
                                    request,
                                    found.parts(),
                                    badge,
                                    body,
                                    rules.addresses().of(request))))
                    .whenComplete((_, _) -> share.giveBack());
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private Badge badge(Request request, Route route) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Badge badge = Optional.ofNullable(header)
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value ->
                        rules.badges().find(value.substring(BEARER.length()).strip()))
                .orElseThrow(() -> new Problem(
                        401, "Sign in first: this sign-in is unknown or over.", Map.of("WWW-Authenticate", "Bearer")));
        route.access().check(badge);
        rules.perDesk().take(badge.desk()).ifPresent(wait -> {
            throw Problem.tooOften("Too many requests from this sign-in.", wait.toSeconds() + 1);
        });
        return badge;
    }

    private CompletableFuture<byte[]> body(Request request, Route route, BodyBudget.Share share) {
        if (route.largestBody() == 0) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
        return BodyReader.read(request, route.largestBody(), rules.patience(), share)
                .whenComplete((_, broken) -> {
                    if (broken instanceof Problem problem) {
                        route.refused().accept(problem);
                    }
                });
    }

    /** Nothing can be sent any more: the connection is given up. */
    private static void failIfBroken(Callback callback, @Nullable Throwable broken) {
        if (broken != null) {
            callback.failed(broken);
        }
    }

    /** Whose body is still on its way is told that the connection ends: the next request on it would be lost without a word. */
    private static void send(Request request, Response response, Callback callback, Reply reply) {
        HttpFields.Mutable headers = response.getHeaders();
        ALWAYS.forEach(headers::put);
        if (request.isSecure()) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        if (!reply.type().isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.type());
        }
        if (reply.status() == 408 || reply.status() == 413 || !request.consumeAvailable()) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        reply.headers().forEach(headers::put);
        response.setStatus(reply.status());
        if (reply.writing().isPresent()) {
            stream(response, callback, reply.writing().get());
        } else {
            response.write(true, ByteBuffer.wrap(reply.body()), callback);
        }
    }

    /** A failure in the middle breaks the connection, so that nobody takes a part for the whole: only what is whole is closed. */
    private static void stream(Response response, Callback callback, Reply.Writing writing) {
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            writing.to(out);
            out.close();
        } catch (IOException | RuntimeException broken) {
            LOG.warn("An answer was broken off in the middle", broken);
            callback.failed(broken);
            return;
        }
        callback.succeeded();
    }
}
