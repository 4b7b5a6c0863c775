// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pretend customers: who comes when, and carrying out what their {@link Talk}s decide. Everything happens in {@link #step}, so the same
 * seed, clock and answers of the business give the same messages. Thread-safe.
 */
final class Crowd {
    /** The first customers come together, so that a desk is busy at once. */
    static final int FIRST_WAVE = 14;

    private static final int MOST_REMEMBERED = 2_000;
    private static final List<String> FIRST_EXTRAS = List.of("", "image", "", "audio", "", "location", "", "sticker");

    private final CrowdSettings settings;
    private final Visits visits;
    private final Population population;
    private final Agenda agenda = new Agenda();
    private final Map<String, Visitor> present = new HashMap<>();
    private final List<Person> gone = new ArrayList<>();
    private final Queue<Heard> heard = new LinkedBlockingQueue<>(100_000);
    private final Dice arrivals;
    private Optional<Instant> pausedAt = Optional.empty();
    private boolean opened;
    private long came;
    private long left;

    /** Somebody who is here now. {@code turn} counts what happened, so that an old alarm clock is not heard. */
    private static final class Visitor {
        private final Person person;
        private final Phone phone;
        private final Talk talk;
        private Instant lastSaid;
        private Instant busyUntil;
        private Optional<Heard> unread = Optional.empty();
        private int turn;

        Visitor(Person person, Phone phone, Talk talk, Instant now) {
            this.person = person;
            this.phone = phone;
            this.talk = talk;
            this.lastSaid = now;
            this.busyUntil = now;
        }
    }

    Crowd(CrowdSettings settings, long seed, Visits visits, List<Tongue> tongues) {
        this.settings = settings;
        this.visits = visits;
        this.population = new Population(tongues, seed);
        this.arrivals = Dice.of(seed, "arrivals");
    }

    /** Called from the network while it holds its lock: only noted here, thought about at the next step. */
    void hear(Heard message) {
        heard.offer(message);
    }

    synchronized void step(Instant now) {
        if (pausedAt.isPresent()) {
            return;
        }
        if (!opened && settings.customers() > 0) {
            opened = true;
            open(now);
        }
        for (Heard next = heard.poll(); next != null; next = heard.poll()) {
            think(next);
        }
        agenda.run(now);
    }

    private void open(Instant now) {
        int wave = Math.min(FIRST_WAVE, settings.customers());
        for (int i = 0; i < wave; i++) {
            String extra = FIRST_EXTRAS.get(i % FIRST_EXTRAS.size());
            agenda.at(now.plusMillis(100L + 130L * i), at -> arrive(extra, at));
        }
        if (settings.perMinute() > 0) {
            agenda.at(now.plus(gap()), this::comeAndGo);
        }
    }

    private Duration gap() {
        double seconds = 60 / settings.perMinute();
        return Duration.ofMillis((long) (seconds * 1_000 * arrivals.factor(0.4, 1.6)) + 1);
    }

    private void comeAndGo(Instant now) {
        if (present.size() < settings.customers()) {
            arrive("", now);
        }
        agenda.at(now.plus(gap()), this::comeAndGo);
    }

    private void arrive(String extra, Instant now) {
        boolean known = gone.size() > 10 && arrivals.chance(0.3);
        Person person = known ? gone.remove(arrivals.between(0, gone.size() - 1)) : population.next(visits::isTaken);
        Talk talk = new Talk(person, population.script(person), population.dice(person));
        var visitor = new Visitor(person, visits.seat(person, now), talk, now);
        present.put(person.identity().phone(), visitor);
        came++;
        act(visitor, talk.begin(extra), now);
    }

    /** Who is typing finishes first, and then answers only the newest of what came meanwhile. */
    private void think(Heard message) {
        Visitor visitor = present.get(message.phone());
        if (visitor == null) {
            return;
        }
        if (!message.at().isBefore(visitor.busyUntil)) {
            answer(visitor, message, message.at());
        } else if (visitor.unread.isEmpty()) {
            visitor.unread = Optional.of(message);
            agenda.at(visitor.busyUntil, at -> catchUp(visitor, at));
        } else {
            visitor.unread = Optional.of(message);
        }
    }

    private void catchUp(Visitor visitor, Instant now) {
        Optional<Heard> newest = visitor.unread;
        visitor.unread = Optional.empty();
        newest.ifPresent(message -> answer(visitor, message, now));
    }

    private void answer(Visitor visitor, Heard message, Instant now) {
        Duration waited = Duration.between(visitor.lastSaid, message.written());
        act(visitor, visitor.talk.hears(message.words(), waited), now);
    }

    private void act(Visitor visitor, List<Act> acts, Instant now) {
        Instant due = now;
        for (Act act : acts) {
            due = due.plus(act.after());
            agenda.at(due, at -> perform(visitor, act, at));
        }
        visitor.busyUntil = due;
        int turn = ++visitor.turn;
        if (visitor.talk.stage() != Talk.Stage.LEAVING) {
            agenda.at(due.plus(visitor.talk.patience()), at -> lookAtTheClock(visitor, turn, at));
        }
    }

    private void lookAtTheClock(Visitor visitor, int turn, Instant now) {
        if (visitor.turn == turn && visitor.talk.stage() != Talk.Stage.LEAVING) {
            act(visitor, visitor.talk.waits(), now);
        }
    }

    private void perform(Visitor visitor, Act act, Instant now) {
        if (act instanceof Act.Leave leave) {
            part(visitor, leave, now);
            return;
        }
        visits.perform(visitor.person, visitor.phone, act, now);
        if (act instanceof Act.Vanish vanish) {
            agenda.at(now.plus(vanish.length()), at -> visits.returned(visitor.phone, at));
        } else {
            visitor.lastSaid = now;
        }
    }

    private void part(Visitor visitor, Act.Leave leave, Instant now) {
        present.remove(visitor.person.identity().phone());
        left++;
        if (leave.blocking()) {
            visits.block(visitor.phone, now);
        } else {
            gone.add(visitor.person);
            if (gone.size() > MOST_REMEMBERED) {
                gone.removeFirst();
            }
        }
    }

    /** While paused nobody comes, writes or loses patience; afterwards life goes on where it stood. */
    synchronized void pause(boolean paused, Instant now) {
        if (paused && pausedAt.isEmpty()) {
            pausedAt = Optional.of(now);
        } else if (!paused) {
            pausedAt.ifPresent(since -> agenda.postpone(Duration.between(since, now)));
            pausedAt = Optional.empty();
        }
    }

    synchronized void describe(ObjectNode state) {
        state.put("pretendCustomersPresent", present.size());
        state.put("pretendCustomersCame", came);
        state.put("pretendCustomersLeft", left);
        state.put("paused", pausedAt.isPresent());
    }
}
