// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Refusal;
import baton.wire.Answers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/** Commands asked at once and never queued. Safe from any thread. */
final class Asking {
    private final Session session;
    private final Gate gate;
    private final Executor threads;

    Asking(Session session, Gate gate, Executor threads) {
        this.session = session;
        this.gate = gate;
        this.threads = threads;
    }

    CompletableFuture<CommandAnswer> ask(Command command) {
        Optional<Refusal> refusal = gate.refuse(command);
        return refusal.<CompletableFuture<CommandAnswer>>map(
                        why -> CompletableFuture.completedFuture(new CommandAnswer.Refused(why, Optional.empty())))
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> asked(command), threads));
    }

    private CommandAnswer asked(Command command) {
        return answer(session.ask(hub -> hub.command(newId(), command)));
    }

    static CommandId newId() {
        return new CommandId(UUID.randomUUID().toString());
    }

    static CommandAnswer answer(HubReply<JsonNode> reply) {
        return switch (reply) {
            case HubReply.Answered<JsonNode> answered -> done(answered.value());
            case HubReply.Refused<JsonNode> refused ->
                new CommandAnswer.Refused(
                        refusal(refused.refused()),
                        Optional.of(refused.refused().why()));
            case HubReply.Rejected<JsonNode> rejected ->
                new CommandAnswer.Refused(refusal(rejected), Optional.of(rejected.sentence()));
            case HubReply.Denied<JsonNode> denied -> new CommandAnswer.NotReachable(denied.sentence());
            case HubReply.Failed<JsonNode> failed -> new CommandAnswer.NotReachable(failed.detail());
            case HubReply.Wrong<JsonNode> wrong -> new CommandAnswer.NotReachable(wrong.detail());
        };
    }

    private static CommandAnswer done(JsonNode facts) {
        Map<String, String> texts = new HashMap<>();
        facts.properties()
                .forEach(fact -> texts.put(fact.getKey(), fact.getValue().asString("")));
        return new CommandAnswer.Done(facts.path("seq").asLong(0), texts);
    }

    /** A reason of a newer hub that this release does not know is told by its sentence alone. */
    private static Refusal refusal(Answers.Refused refused) {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            if (reason.name().equals(refused.refusal())) {
                return Refusal.because(reason, refused.facts());
            }
        }
        return Refusal.because(Refusal.Reason.NOT_ALLOWED, refused.facts());
    }

    private static Refusal refusal(HubReply.Rejected<JsonNode> rejected) {
        Map<String, String> facts = Map.of("status", Integer.toString(rejected.status()));
        return Refusal.because(
                rejected.status() == 403 ? Refusal.Reason.NOT_ALLOWED : Refusal.Reason.NOT_SENDABLE, facts);
    }
}
