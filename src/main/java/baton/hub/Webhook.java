// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.run.Settings;
import baton.whatsapp.Handshake;
import baton.whatsapp.NotJson;
import baton.whatsapp.Signature;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meta's way in (SPEC.md C1, WHATSAPP.md 1.1, 1.2): the handshake by GET, deliveries by POST. 200 only when the delivery is
 * durable; 503 when nothing was kept, so that Meta sends it again.
 */
final class Webhook {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String PATH = "/webhooks/whatsapp";

    private final Handshake handshake;
    private final Signature signature;
    private final Deliveries deliveries;
    private final Metrics metrics;
    private final int largestBody;

    Webhook(Settings settings, Deliveries deliveries, Metrics metrics) {
        this.handshake = new Handshake(settings.platform().verifyToken());
        this.signature = new Signature(settings.platform().appSecret());
        this.largestBody = settings.listening().maxBody();
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.ANYBODY, this::shakeHands),
                Route.later("POST", PATH, Access.ANYBODY, largestBody, this::take)
                        .whenRefused(problem -> metrics.refused(problem.status() == 413 ? "too_large" : "failed")));
    }

    private Reply shakeHands(Call call) {
        return handshake
                .answer(call.query("hub.mode"), call.query("hub.challenge"), call.query("hub.verify_token"))
                .map(challenge -> Reply.text("text/plain", challenge))
                .orElseThrow(() -> new Problem(403, "The verify token is wrong."));
    }

    private CompletableFuture<Reply> take(Call call) {
        switch (signature.check(call.body(), call.header("X-Hub-Signature-256"))) {
            case RAW -> {}
            case ESCAPED -> LOG.info("A delivery was signed in its escaped form");
            case NONE -> {
                metrics.refused("bad_signature");
                throw new Problem(401, "The signature is missing or wrong.");
            }
        }
        try {
            return deliveries.take(call.body()).handle((result, broken) -> answered(call, result, broken));
        } catch (NotJson noJson) {
            metrics.refused("not_json");
            throw Problem.malformed("The body is no JSON object.");
        }
    }

    private Reply answered(Call call, @Nullable Enum<?> result, @Nullable Throwable broken) {
        Duration took = Duration.ofNanos(System.nanoTime() - call.begunAt());
        if (result != null) {
            metrics.delivered(result.name().toLowerCase(Locale.ROOT), took);
            return Reply.text("text/plain", "");
        }
        metrics.delivered("failed", took);
        LOG.error("A delivery could not be kept; Meta sends it again", broken);
        return Troubles.error(503, "The delivery could not be kept; send it again.");
    }
}
