// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Lets pretend customers act on the network. */
final class Visits {
    private final Network network;
    private final Samples samples;

    Visits(Network network, Samples samples) {
        this.network = network;
        this.samples = samples;
    }

    boolean isTaken(String number) {
        return network.find(number).isPresent();
    }

    /** Gives the person their phone. */
    Phone seat(Person person, Instant now) {
        Phone phone = network.introduce(person.identity());
        network.change(phone, new PhoneChange.Habit(person.reading()), now);
        return phone;
    }

    void perform(Person person, Phone phone, Act act, Instant now) {
        switch (act) {
            case Act.Say say -> network.say(phone, Spoken.text(say.text()), now);
            case Act.Send send -> network.say(phone, Spoken.of(send.type(), content(person, send, now)), now);
            case Act.Tap tap -> network.say(phone, tap.choice().tapped(tap.message()), now);
            case Act.React react ->
                network.say(
                        phone,
                        Spoken.of(
                                "reaction",
                                Json.object().put("message_id", react.message()).put("emoji", react.emoji())),
                        now);
            case Act.Vanish vanish -> network.change(phone, new PhoneChange.Switched(false), now);
            case Act.Leave leave -> block(phone, now);
        }
    }

    void block(Phone phone, Instant now) {
        network.change(phone, new PhoneChange.Blocked(true), now);
    }

    void returned(Phone phone, Instant now) {
        network.change(phone, new PhoneChange.Switched(true), now);
    }

    private ObjectNode content(Person person, Act.Send send, Instant now) {
        return switch (send.type()) {
            case "location" -> place(person.tongue().place());
            case "order" -> cart(person.tongue().currency());
            default -> samples.media(send.type(), Json.object(), send.caption(), now);
        };
    }

    private static ObjectNode place(Tongue.Place place) {
        return Json.object()
                .put("latitude", place.latitude())
                .put("longitude", place.longitude())
                .put("name", place.name());
    }

    private static ObjectNode cart(String currency) {
        ObjectNode cart = Json.object().put("catalog_id", "330011882277664");
        var items = cart.putArray("product_items");
        items.addObject()
                .put("product_retailer_id", "SKU-19")
                .put("quantity", 2)
                .put("item_price", 14.5)
                .put("currency", currency);
        items.addObject()
                .put("product_retailer_id", "SKU-44")
                .put("quantity", 1)
                .put("item_price", 3)
                .put("currency", currency);
        return cart;
    }
}
