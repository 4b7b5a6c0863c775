// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Takes an accepted message to its phone and reports each step: sent, delivered, read, played, or failed. Guarded by the network's lock. */
final class Courier {
    private final long seed;
    private final Ledger ledger;
    private final BiConsumer<Update, Instant> out;
    private final Consumer<Heard> audience;
    private final Agenda agenda = new Agenda();
    private final Pricing pricing = new Pricing();
    private Weather weather = Weather.CALM;

    Courier(long seed, Ledger ledger, BiConsumer<Update, Instant> out, Consumer<Heard> audience) {
        this.seed = seed;
        this.ledger = ledger;
        this.out = out;
        this.audience = audience;
    }

    void weather(Weather next) {
        weather = next;
    }

    void step(Instant now) {
        agenda.run(now);
    }

    void take(Phone phone, Bubble bubble, boolean early, Instant now) {
        Optional<GraphError> fate = Fate.of(phone, bubble, now);
        if (fate.isPresent()) {
            agenda.at(now.plus(dice(bubble, "fail").millis(150, 700)), at -> fail(phone, bubble, fate.get(), at));
        } else if (early) {
            sent(phone, bubble, now);
        } else {
            agenda.at(phone.departure(now.plus(dice(bubble, "sent").millis(30, 150))), at -> sent(phone, bubble, at));
        }
    }

    /** A phone was switched on: what waited arrives, what had arrived is looked at. */
    void resume(Phone phone, List<Bubble> waited, Instant now) {
        Instant due = now.plusMillis(200);
        for (Bubble bubble : waited) {
            due = due.plusMillis(20);
            agenda.at(due, at -> {
                if (bubble.state() == Bubble.State.SENT) {
                    land(phone, bubble, at);
                } else {
                    lookLater(phone, bubble, at);
                }
            });
        }
        phone.handsOutUntil(due);
    }

    private void fail(Phone phone, Bubble bubble, GraphError error, Instant at) {
        bubble.become(Bubble.State.FAILED);
        ledger.failed();
        out.accept(Receipts.failed(phone, bubble, error, at), at);
    }

    private void sent(Phone phone, Bubble bubble, Instant at) {
        bubble.become(Bubble.State.SENT);
        ObjectNode price = pricing.of(phone, bubble.terms(), at);
        bubble.pricing(price);
        out.accept(Receipts.status(phone, bubble, Bubble.State.SENT, at, Optional.of(price)), at);
        if (bubble.words().type().equals("reaction")) {
            react(phone, bubble);
        } else {
            agenda.at(
                    phone.arrival(at.plus(dice(bubble, "arrive").millis(60, 350))), due -> arrive(phone, bubble, due));
        }
    }

    private static void react(Phone phone, Bubble bubble) {
        var content = bubble.words().content();
        phone.find(Json.text(content, "message_id"))
                .ifPresent(target -> target.react(Bubble.From.BUSINESS, Json.text(content, "emoji")));
    }

    /** What was under way while the phone was off comes after what waited there. */
    private void arrive(Phone phone, Bubble bubble, Instant at) {
        if (phone.isOn() && at.isBefore(phone.handsOutUntil())) {
            agenda.at(phone.arrival(phone.handsOutUntil().plusMillis(20)), due -> arrive(phone, bubble, due));
        } else {
            land(phone, bubble, at);
        }
    }

    private void land(Phone phone, Bubble bubble, Instant at) {
        if (!phone.isOn()) {
            phone.keepForLater(bubble);
            return;
        }
        bubble.become(Bubble.State.DELIVERED);
        phone.show(bubble);
        boolean chatOpen = weather == Weather.ROUGH && dice(bubble, "open").chance(0.1);
        if (!chatOpen) {
            out.accept(Receipts.status(phone, bubble, Bubble.State.DELIVERED, at, bubble.takePricing()), at);
        }
        lookLater(phone, bubble, at);
    }

    private void lookLater(Phone phone, Bubble bubble, Instant at) {
        agenda.at(at.plus(phone.reading().after(dice(bubble, "look"))), due -> look(phone, bubble, due));
    }

    private void look(Phone phone, Bubble bubble, Instant at) {
        if (!phone.isOn()) {
            phone.keepForLater(bubble);
            return;
        }
        if (phone.reading().receipts()) {
            bubble.become(Bubble.State.READ);
            out.accept(Receipts.status(phone, bubble, Bubble.State.READ, at, bubble.takePricing()), at);
            if (bubble.words().content().path("voice").asBoolean(false)) {
                agenda.at(at.plus(dice(bubble, "play").millis(1_500, 5_000)), due -> played(phone, bubble, due));
            }
        }
        audience.accept(new Heard(phone.owner().phone(), bubble.words(), bubble.at(), at));
    }

    private void played(Phone phone, Bubble bubble, Instant at) {
        bubble.become(Bubble.State.PLAYED);
        out.accept(Receipts.status(phone, bubble, Bubble.State.PLAYED, at, Optional.empty()), at);
    }

    private Dice dice(Bubble bubble, String step) {
        return Dice.of(seed, bubble.id() + step);
    }
}
