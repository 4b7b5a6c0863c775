// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The control door under {@code /simulator}: speaks for customers, shows phones, changes weather, orders faults (docs/simulator.md). */
final class ControlDoor {
    private final CustomerControl customers;
    private final FaultControl faults;
    private final HubControl hub;
    private final Standing standing;
    private final Network network;
    private final Crowd crowd;
    private final InstantSource clock;

    /** The parts of the control door. */
    record Parts(CustomerControl customers, FaultControl faults, HubControl hub, Standing standing) {}

    ControlDoor(Parts parts, Network network, Crowd crowd, InstantSource clock) {
        this.customers = parts.customers();
        this.faults = parts.faults();
        this.hub = parts.hub();
        this.standing = parts.standing();
        this.network = network;
        this.crowd = crowd;
        this.clock = clock;
    }

    /** The path begins with {@code simulator}. */
    Answer answer(Call call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "GET phones" -> call.path().size() > 2 ? phone(call) : phones();
            case "GET state" -> Answer.ok(state());
            case "POST customers" -> withJson(call, json -> customers.answer(call.segment(2), call.segment(3), json));
            case "POST weather" -> withJson(call, this::weather);
            case "POST faults" -> withJson(call, faults::order);
            case "POST account" -> withJson(call, standing::change);
            case "POST deliver" -> hub.deliver(call);
            case "POST handshake" -> hub.handshake();
            case "POST hub" -> withJson(call, hub::moveTo);
            case "POST pause" -> crowdAt(true);
            case "POST resume" -> crowdAt(false);
            default ->
                Answer.refused(404, "no such control call: " + call.method() + " /" + String.join("/", call.path()));
        };
    }

    private static Answer withJson(Call call, Function<ObjectNode, Answer> room) {
        return Json.readObject(call.body().array())
                .map(room)
                .orElseGet(() -> Answer.refused(400, "the body is no JSON object"));
    }

    private Answer phone(Call call) {
        boolean all = call.parameter("all").isPresent();
        return Answer.ok(network.look(phones -> phones.find(call.segment(2))
                .map(phone -> PhoneView.thread(all ? phone.everything() : phone.thread()))
                .orElseGet(Json::array)));
    }

    private Answer phones() {
        return Answer.ok(network.look(phones -> {
            ArrayNode list = Json.array();
            List<Phone> all = phones.all();
            all.forEach(phone -> list.add(PhoneView.summary(phone, clock.instant())));
            return list;
        }));
    }

    private Answer weather(ObjectNode json) {
        Optional<Weather> weather = Weather.named(Json.text(json, "weather"));
        weather.ifPresent(hub::weather);
        return weather.isPresent() ? Answer.success() : Answer.refused(400, "weather must be calm or rough");
    }

    private Answer crowdAt(boolean paused) {
        crowd.pause(paused, clock.instant());
        return Answer.success();
    }

    private ObjectNode state() {
        ObjectNode state = hub.state();
        Ledger.Counts counts = network.counts();
        state.put("customers", counts.phones());
        state.put("messagesReceived", counts.messagesReceived());
        state.put("messagesAccepted", counts.messagesAccepted());
        state.put("messagesFailed", counts.messagesFailed());
        faults.describe(state);
        crowd.describe(state);
        return state;
    }
}
