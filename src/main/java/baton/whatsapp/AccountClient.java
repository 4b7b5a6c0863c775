// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import baton.domain.NumberId;
import baton.run.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator asks Meta about app and account (WHATSAPP.md 0.2, 1.4, 8). Only reads. Every method blocks until there is an
 * answer or the call's timeout is over, never throws for what the network does, and may be called from any thread.
 */
public final class AccountClient {
    private static final String MOST = "100";

    private final GraphTransport transport;
    private final Secret appSecret;

    /** {@code appSecret}: of the app that owns the token; app and secret together speak for the app itself. */
    public AccountClient(GraphSettings settings, Secret appSecret) {
        this.transport = new GraphTransport(settings, _ -> {});
        this.appSecret = appSecret;
    }

    /** Meta's clock as the next answer's header tells it, whole seconds; also when that answer is a no. */
    public GraphAnswer<Instant> time() {
        try {
            GraphReply reply = transport.get(transport.url("me").addQueryParameter("fields", "id"), transport.token());
            return reply.date()
                    .<GraphAnswer<Instant>>map(GraphAnswer.Ok::new)
                    .orElseGet(() -> new GraphAnswer.Unreachable<>(reply.oddity()));
        } catch (IOException e) {
            return new GraphAnswer.Unreachable<>(Failure.ofTransport(GraphQuestion.told(e)));
        }
    }

    /** Asks about our token in the app's own name: refused when the app secret is not that of {@code app}. */
    public GraphAnswer<TokenHealth> tokenAsApp(String app) {
        return GraphQuestion.ask(
                () -> transport.get(
                        transport.url("debug_token").addQueryParameter("input_token", transport.token()),
                        appToken(app)),
                TokenHealth::read);
    }

    /** What the app subscribed to; empty when it has no webhook for WhatsApp. Asked in the app's own name. */
    public GraphAnswer<Optional<AppWebhook>> webhook(String app) {
        return GraphQuestion.ask(
                () -> transport.get(transport.url(app, "subscriptions"), appToken(app)), AppWebhook::read);
    }

    /** The apps that get the deliveries of this account. */
    public GraphAnswer<List<SubscribedApp>> subscribedApps(String account) {
        return GraphQuestion.ask(
                () -> transport.get(transport.url(account, "subscribed_apps"), transport.token()), SubscribedApp::read);
    }

    /** The numbers of this account, the first hundred of them. */
    public GraphAnswer<List<NumberId>> numbers(String account) {
        return GraphQuestion.ask(
                () -> transport.get(
                        transport
                                .url(account, "phone_numbers")
                                .addQueryParameter("fields", "id")
                                .addQueryParameter("limit", MOST),
                        transport.token()),
                answer -> answer.items("data").stream()
                        .flatMap(number -> number.id("id").stream())
                        .map(NumberId::new)
                        .toList());
    }

    private String appToken(String app) {
        return app + "|" + appSecret.reveal().strip();
    }
}
