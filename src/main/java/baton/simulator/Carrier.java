// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns updates into webhook bodies as the weather has it and hands them to whoever posts them. Thread-safe. */
final class Carrier {
    /** Where finished bodies go. */
    interface Post {
        void submit(Optional<String> lane, Bytes body, Instant due);
    }

    private static final int FULL_BAG = 6;
    private static final Duration BAG_WAITS = Duration.ofMillis(400);

    private final Envelope envelope;
    private final Post post;
    private final long seed;
    private final Agenda agenda = new Agenda();
    private final List<Update> bag = new ArrayList<>();
    private Weather weather;
    private long bags;

    Carrier(BusinessLine line, Weather weather, long seed, Post post) {
        this.envelope = new Envelope(line);
        this.weather = weather;
        this.seed = seed;
        this.post = post;
    }

    synchronized void change(Weather next) {
        weather = next;
    }

    synchronized Weather weather() {
        return weather;
    }

    synchronized void take(Update update, Instant now) {
        Forecast forecast = Forecast.of(weather, seed, update);
        if (weather == Weather.CALM) {
            post.submit(Optional.of(update.lane()), MetaJson.of(envelope.of(update)), now);
            return;
        }
        Update bent = Oddities.bend(update, forecast.shape());
        Instant due = now.plus(forecast.delay());
        if (forecast.batched()) {
            agenda.at(due, at -> pack(bent, at));
        } else {
            send(MetaJson.of(envelope.of(bent)), due, forecast);
        }
        forecast.rewrapped().ifPresent(after -> agenda.at(due.plus(after), at -> pack(update, at)));
    }

    /** Sends the bags that have waited long enough. */
    synchronized void step(Instant now) {
        agenda.run(now);
    }

    private void send(Bytes body, Instant due, Forecast forecast) {
        post.submit(Optional.empty(), body, due);
        forecast.again().ifPresent(after -> post.submit(Optional.empty(), body, due.plus(after)));
    }

    private void pack(Update update, Instant now) {
        bag.add(update);
        if (bag.size() == 1) {
            long mine = bags;
            agenda.at(now.plus(BAG_WAITS), at -> {
                if (bags == mine) {
                    ship(at);
                }
            });
        } else if (bag.size() >= FULL_BAG) {
            ship(now);
        }
    }

    private void ship(Instant now) {
        Dice dice = Dice.of(seed, "bag" + bags++);
        List<List<Update>> groups = dice.chance(0.5) ? oneByOne() : byKind();
        bag.clear();
        post.submit(Optional.empty(), MetaJson.of(envelope.of(groups, dice.chance(0.5))), now);
    }

    private List<List<Update>> oneByOne() {
        return bag.reversed().stream().map(List::of).toList();
    }

    private List<List<Update>> byKind() {
        var groups = new ArrayList<List<Update>>();
        for (Update.Kind kind : Update.Kind.values()) {
            List<Update> group =
                    bag.stream().filter(update -> update.kind() == kind).toList();
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }
}
