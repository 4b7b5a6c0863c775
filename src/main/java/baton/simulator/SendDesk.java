// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /{phone-number-id}/messages}: sending, read marks, typing (Cloud API 4). */
final class SendDesk {
    private final SimulatorSettings settings;
    private final Network network;
    private final SendRules rules;
    private final Recipients recipients;
    private final Composer composer;
    private final Rates rates;
    private final Faults faults;
    private final Carrier carrier;
    private final AtomicLong sends = new AtomicLong();

    /** The checks of a send call, in the order they are made. */
    record Checks(SendRules rules, Recipients recipients, Rates rates, Faults faults) {}

    SendDesk(SimulatorSettings settings, Network network, Checks checks, Composer composer, Carrier carrier) {
        this.settings = settings;
        this.network = network;
        this.rules = checks.rules();
        this.recipients = checks.recipients();
        this.rates = checks.rates();
        this.faults = checks.faults();
        this.composer = composer;
        this.carrier = carrier;
    }

    Optional<Answer> answer(Call call, Function<GraphError, Answer> no) {
        if (!call.is("POST", 2) || !call.segment(1).equals("messages")) {
            return Optional.empty();
        }
        if (!call.segment(0).equals(settings.line().phoneNumberId())) {
            return Optional.of(no.apply(GraphError.unknownObject("post", call.segment(0))));
        }
        Optional<ObjectNode> request = Json.readObject(call.body().array());
        boolean ours = request.filter(
                        json -> Json.text(json, "messaging_product").equals("whatsapp"))
                .isPresent();
        if (!ours) {
            return Optional.of(no.apply(GraphError.of(100, "The parameter messaging_product is required.")));
        }
        return Optional.of(request.get().has("status") ? mark(request.get(), no) : sendOrFail(request.get(), no));
    }

    private Answer mark(JsonNode request, Function<GraphError, Answer> no) {
        Optional<GraphError> objection = Rules.first(
                () -> Rules.refuse(!Json.text(request, "status").equals("read"), "status must be read."),
                () -> Rules.needs(request, "message_id", "message_id"));
        if (objection.isPresent()) {
            return no.apply(objection.get());
        }
        String id = Json.text(request, "message_id");
        boolean typing = request.has("typing_indicator");
        return network.markRead(id, typing, settings.clock().instant())
                ? Answer.success()
                : no.apply(
                        GraphError.invalid("The message " + id + " is unknown, older than 30 days, or not inbound."));
    }

    private Answer sendOrFail(JsonNode request, Function<GraphError, Answer> no) {
        return faults.next(Faults.Scope.SENDS)
                .map(fault -> Misfortune.strike(fault, () -> send(request, no), no))
                .orElseGet(() -> send(request, no));
    }

    private Answer send(JsonNode request, Function<GraphError, Answer> no) {
        Optional<GraphError> objection = rules.check(request);
        if (objection.isPresent()) {
            return no.apply(objection.get());
        }
        return switch (recipients.find(request)) {
            case Recipients.Found.Nobody(GraphError why) -> no.apply(why);
            case Recipients.Found.Somebody(Phone phone, String input, boolean byUserId) ->
                deliver(request, new Recipients.Found.Somebody(phone, input, byUserId), no);
        };
    }

    private Answer deliver(JsonNode request, Recipients.Found.Somebody to, Function<GraphError, Answer> no) {
        Instant now = settings.clock().instant();
        Optional<GraphError> tooMuch = rates.take(to.phone().owner().phone(), now);
        if (tooMuch.isPresent()) {
            return no.apply(tooMuch.get());
        }
        Dice dice = Dice.of(settings.seed(), "send" + sends.incrementAndGet());
        boolean early = carrier.weather() == Weather.ROUGH && dice.chance(0.25);
        Outgoing message = composer.compose(request, to.byUserId());
        String id = network.accept(to.phone(), message, early, now);
        if (early) {
            Misfortune.pause(dice.millis(100, 400));
        }
        return Answer.ok(accepted(to, message, id));
    }

    /** Cloud API 4.13. */
    private static ObjectNode accepted(Recipients.Found.Somebody to, Outgoing message, String id) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ObjectNode contact = answer.putArray("contacts").addObject().put("input", to.input());
        if (to.byUserId()) {
            contact.put("user_id", to.phone().owner().userId());
        } else {
            contact.put("wa_id", to.phone().owner().phone());
        }
        ObjectNode entry = answer.putArray("messages").addObject().put("id", id);
        if (message.terms().isTemplate()) {
            entry.put("message_status", "accepted");
        }
        return answer;
    }
}
