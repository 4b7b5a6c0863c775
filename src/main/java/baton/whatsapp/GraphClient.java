// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Failure;
import baton.domain.NumberId;
import baton.domain.Wamid;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/**
 * The way out: sends messages, marks as read, asks after token and numbers. Every method blocks until there is an answer or the call's
 * timeout is over, never throws for what the network does, and may be called from any thread.
 */
public final class GraphClient {
    private final GraphTransport transport;

    public GraphClient(GraphSettings settings) {
        this(settings, _ -> {});
    }

    /** {@code usage} is told, on the calling thread, whenever an answer says how much of our allowance is used. */
    public GraphClient(GraphSettings settings, Consumer<RateUsage> usage) {
        transport = new GraphTransport(settings, usage);
    }

    /**
     * Calls the messages endpoint at most once (WHATSAPP.md 4): there is no idempotency key, so doubt is told as doubt. {@code may} is asked
     * when the connection stands, right before the first byte: no means {@link SendOutcome.NotSent}.
     */
    public SendOutcome send(OutgoingCall call, BooleanSupplier may) {
        Optional<String> refused = OutboundLimits.check(call.content());
        if (refused.isPresent()) {
            return new SendOutcome.NotSendable(refused.get());
        }
        return MessageBody.of(call)
                .map(body -> send(call.number(), body, new CallTrace(may)))
                .orElse(new SendOutcome.NotSendable("limit.reaction-without-message"));
    }

    /** Blue ticks for this message and all before it, with the typing bubble if wanted (WHATSAPP.md 4.11). */
    public GraphAnswer<Wamid> markRead(NumberId number, Wamid wamid, boolean typing) {
        return GraphQuestion.ask(
                () -> transport.post(messages(number), MessageBody.read(wamid, typing), new CallTrace(() -> true)),
                _ -> wamid);
    }

    /** Asks Meta about our own token (WHATSAPP.md 0.2). */
    public GraphAnswer<TokenHealth> checkToken() {
        String token = transport.token();
        return GraphQuestion.ask(
                () -> transport.get(transport.url("debug_token").addQueryParameter("input_token", token), token),
                TokenHealth::read);
    }

    /** How the number stands; what the token may not read is asked apart, since one such field fails a whole call (WHATSAPP.md 8.4). */
    public GraphAnswer<NumberHealth> numberHealth(NumberId number) {
        GraphAnswer<NumberHealth.Basics> basics = fields(number, NumberHealth.BASIC_FIELDS, NumberHealth::basics);
        return switch (basics) {
            case GraphAnswer.Ok(var known) -> new GraphAnswer.Ok<>(new NumberHealth(number, known, extras(number)));
            case GraphAnswer.Refused(var failure, var verdict) -> new GraphAnswer.Refused<>(failure, verdict);
            case GraphAnswer.Unreachable(var failure) -> new GraphAnswer.Unreachable<>(failure);
        };
    }

    private Optional<NumberHealth.Extras> extras(NumberId number) {
        GraphAnswer<NumberHealth.Extras> extras = fields(number, NumberHealth.EXTRA_FIELDS, NumberHealth::extras);
        return extras instanceof GraphAnswer.Ok(var known) ? Optional.of(known) : Optional.empty();
    }

    private <T> GraphAnswer<T> fields(NumberId number, String fields, Function<Fields, T> reader) {
        return GraphQuestion.ask(
                () -> transport.get(
                        transport.url(number.value()).addQueryParameter("fields", fields), transport.token()),
                reader);
    }

    private SendOutcome send(NumberId number, JsonNode body, CallTrace trace) {
        try {
            return outcome(transport.post(messages(number), body, trace));
        } catch (IOException e) {
            return trace.mayHaveGoneOut()
                    ? new SendOutcome.Unknown("no answer: " + GraphQuestion.told(e))
                    : new SendOutcome.NotSent(Failure.ofTransport(GraphQuestion.told(e)));
        }
    }

    private static SendOutcome outcome(GraphReply reply) {
        Optional<Failure> failure = reply.failure();
        if (failure.isPresent()) {
            return refused(failure.get(), ErrorCatalogue.verdict(failure.get().code(), reply.status()));
        }
        if (reply.isOk()) {
            return accepted(reply);
        }
        return refused(reply.oddity(), ErrorCatalogue.withoutCode(reply.status()));
    }

    /** A no that does not say for sure that nothing went out is a doubt. */
    private static SendOutcome refused(Failure failure, Verdict verdict) {
        return verdict.surelyNotSent()
                ? new SendOutcome.Refused(failure, verdict)
                : new SendOutcome.Unknown(failure.code() + " " + failure.title());
    }

    private static SendOutcome accepted(GraphReply reply) {
        Fields answer = reply.json().orElseGet(Fields::none);
        Optional<String> waId = first(answer, "contacts").flatMap(contact -> contact.id("wa_id"));
        return first(answer, "messages")
                .flatMap(message -> message.id("id"))
                .<SendOutcome>map(id -> new SendOutcome.Accepted(new Wamid(id), waId))
                .orElseGet(() -> new SendOutcome.Unknown("HTTP " + reply.status() + " without a message id"));
    }

    private static Optional<Fields> first(Fields answer, String list) {
        return answer.items(list).stream().findFirst();
    }

    private HttpUrl.Builder messages(NumberId number) {
        return transport.url(number.value(), "messages");
    }
}
