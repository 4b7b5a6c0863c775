// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.sync.View;
import baton.sync.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * 15 messages in and 15 out a second, with 5 consoles, for as many minutes as the system property {@code bench.minutes} says
 * (3 if it says nothing; less shows the stores' first growth only): the last third must look like the first.
 */
final class Steady implements Part {

    private static final int RATE = 15;
    private static final int CONSOLES = 5;
    private static final int CONVERSATIONS = 5_000;

    private final Duration third = Duration.ofSeconds(
            Math.max(1, Math.round(Double.parseDouble(System.getProperty("bench.minutes", "3")) * 20)));

    /** What one third of the time showed. */
    private record Third(Durations replies, double megabytes, long bytes) {}

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        try (Meta meta = new Meta();
                Hub hub = Hub.start(folder.resolve("hub"), meta.address());
                Child load = Child.java(
                        folder.resolve("load.log"),
                        Load.class,
                        hub.address(),
                        Hub.SECRET,
                        4,
                        RATE,
                        0,
                        third.toSeconds() * 3 + 20,
                        CONVERSATIONS)) {
            List<Workspace> desks = Desks.open(hub.address(), CONSOLES, Optional.empty());
            Waiting.until(() -> desks.getFirst().rows(View.ALL).size() >= RATE * 5);
            List<Third> thirds = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Durations replies = answer(desks, meta);
                thirds.add(new Third(replies, hub.process().residentMegabytes(), Hub.bytes(folder.resolve("hub"))));
            }
            desks.forEach(Workspace::close);
            Load.Measured deliveries = Load.Measured.of(load.line());
            return figures(thirds, deliveries);
        }
    }

    private List<Figure> figures(List<Third> thirds, Load.Measured deliveries) {
        Third first = thirds.getFirst();
        Third last = thirds.getLast();
        return List.of(
                Figure.bare("steady: answer to a delivery, p99", deliveries.p99(), "ms", "≤ 25 ms"),
                Figure.bare("steady: replies in the last third", last.replies.count(), "", "as many as due"),
                Figure.of(
                        "steady: reply p99, last third by first",
                        last.replies.percentile(99),
                        "ms",
                        first.replies.percentile(99),
                        "no drift"),
                Figure.of("steady: memory, last third by first", last.megabytes, "MB", first.megabytes, "level"),
                Figure.of("steady: files, last third by first", last.bytes / 1e6, "MB", first.bytes / 1e6, "level"));
    }

    /** Answers free conversations at the rate, each desk in turn, for a third of the time. */
    private Durations answer(List<Workspace> desks, Meta meta) {
        List<String> texts = new ArrayList<>();
        List<Long> begun = new ArrayList<>();
        Queue<ConversationId> answered = new ArrayDeque<>();
        long end = System.nanoTime() + third.toNanos();
        long due = System.nanoTime();
        for (int i = 0; due < end; i++) {
            LockSupport.parkNanos(due - System.nanoTime());
            Workspace desk = desks.get(i % desks.size());
            ConversationId id = free(desk);
            desk.claim(id).join();
            Waiting.until(() -> desk.fence(id).isPresent());
            String text = "answer " + Instant.now() + " to " + id;
            begun.add(System.nanoTime());
            texts.add(text);
            var _ = desk.reply(new Command.Reply(
                    id, desk.fence(id).orElseThrow(), new Content.Text(text), Optional.empty(), false));
            answered.add(id);
            if (answered.size() > 2 * RATE) {
                var _ = desk.resolve(answered.remove());
            }
            due += Duration.ofSeconds(1).dividedBy(RATE).toNanos();
        }
        Waiting.until(() -> meta.accepted().keySet().containsAll(texts));
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            took.add(meta.accepted().get(texts.get(i)) - begun.get(i));
        }
        return Durations.ofNanos(took);
    }

    private static ConversationId free(Workspace desk) {
        Waiting.until(() -> desk.counts().getOrDefault(View.UNASSIGNED, 0) > 0);
        return desk.rows(View.UNASSIGNED).getLast().id();
    }
}
