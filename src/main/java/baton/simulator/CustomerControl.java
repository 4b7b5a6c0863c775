// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Control calls that act in a customer's place: write, react, tap, switch the phone. */
final class CustomerControl {
    private final Network network;
    private final Samples samples;
    private final InstantSource clock;
    private final long seed;

    CustomerControl(Network network, Samples samples, InstantSource clock, long seed) {
        this.network = network;
        this.samples = samples;
        this.clock = clock;
        this.seed = seed;
    }

    /** {@code who}: a phone number, or the user id of somebody known. Somebody new is introduced. */
    Answer answer(String who, String verb, ObjectNode json) {
        Optional<Identity> owner = network.find(who)
                .or(() -> DialledNumber.parse(who).map(number -> Identity.stranger(number.digits(), seed)));
        if (owner.isEmpty()) {
            return Answer.refused(400, "no phone number and no known user id: " + who);
        }
        Phone phone = network.introduce(described(owner.get(), json));
        return switch (verb) {
            case "say" -> say(phone, json);
            case "react" -> react(phone, json);
            case "tap" -> tap(phone, json);
            case "off" -> change(phone, new PhoneChange.Switched(false));
            case "on" -> change(phone, new PhoneChange.Switched(true));
            case "block" -> change(phone, new PhoneChange.Blocked(true));
            case "unblock" -> change(phone, new PhoneChange.Blocked(false));
            case "receipts" ->
                change(phone, new PhoneChange.Receipts(json.path("on").asBoolean(true)));
            default -> Answer.refused(404, "no such control call: customers/…/" + verb);
        };
    }

    private static Identity described(Identity owner, JsonNode json) {
        Identity named = Json.optional(json, "name").map(owner::named).orElse(owner);
        Identity known = Json.optional(json, "bsuid").map(named::withUserId).orElse(named);
        Optional<String> username = Json.optional(json, "username").or(known::username);
        boolean hidden = json.path("hidePhone").asBoolean(known.hidden());
        return known.hiding(hidden, hidden && username.isEmpty() ? Optional.of(invented(known)) : username);
    }

    private static String invented(Identity owner) {
        String letters = owner.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "user." + letters + owner.phone().substring(owner.phone().length() - 3);
    }

    private Answer say(Phone phone, ObjectNode json) {
        Instant now = clock.instant();
        String type = Json.optional(json, "type").orElse("text");
        ObjectNode payload = payload(type, json, now);
        if (type.equals("text") && Json.text(payload, "body").isEmpty()) {
            return Answer.refused(400, "say needs \"text\", or \"type\" and \"payload\"");
        }
        ObjectNode extra = Json.asObject(json.path("extra")).orElseGet(Json::object);
        Duration ago = Duration.ofSeconds(json.path("secondsAgo").asLong(0));
        return said(phone, new Spoken(type, payload, Json.optional(json, "replyTo"), extra, ago), now);
    }

    private ObjectNode payload(String type, ObjectNode json, Instant now) {
        String text = Json.text(json, "text");
        ObjectNode payload = Json.asObject(json.path("payload")).orElseGet(Json::object);
        if (type.equals("contacts") && json.path("payload").isArray()) {
            payload.set("cards", json.path("payload"));
        }
        if (type.equals("text") && !text.isEmpty()) {
            payload.put("body", text);
        }
        return Samples.covers(type) && !payload.has("id") ? samples.media(type, payload, text, now) : payload;
    }

    private Answer said(Phone phone, Spoken spoken, Instant now) {
        return Answer.ok(Json.object().put("id", network.say(phone, spoken, now)));
    }

    private Answer react(Phone phone, JsonNode json) {
        Optional<String> target = Json.optional(json, "message").or(() -> latest(phone, false));
        if (target.isEmpty()) {
            return Answer.refused(409, "this phone shows no message of the business to react to");
        }
        ObjectNode payload = Json.object().put("message_id", target.get());
        String emoji = json.has("emoji") ? Json.text(json, "emoji") : "👍";
        if (!emoji.isEmpty()) {
            payload.put("emoji", emoji);
        }
        return said(phone, Spoken.of("reaction", payload), clock.instant());
    }

    private Answer tap(Phone phone, JsonNode json) {
        Optional<String> target = Json.optional(json, "message").or(() -> latest(phone, true));
        Optional<Spoken> tapped = target.flatMap(network::message)
                .flatMap(words -> Choice.pick(Choice.under(words), Json.text(json, "button"))
                        .map(choice -> choice.tapped(words.id())));
        return tapped.map(spoken -> said(phone, spoken, clock.instant()))
                .orElseGet(() -> Answer.refused(409, "this phone shows no such button"));
    }

    private Optional<String> latest(Phone phone, boolean withChoices) {
        return network.look(phones -> phone.latest(bubble -> bubble.fromBusiness()
                        && (!withChoices || !Choice.under(bubble.words()).isEmpty()))
                .map(Bubble::id));
    }

    private Answer change(Phone phone, PhoneChange change) {
        network.change(phone, change, clock.instant());
        return Answer.success();
    }
}
