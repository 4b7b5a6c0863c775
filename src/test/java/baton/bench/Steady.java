// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * 15 messages in and 15 out a second, with 5 consoles, for as many minutes as the system property {@code bench.minutes} says
 * (3 if it says nothing; less shows the stores' first growth only): the last third must look like the first.
 */
final class Steady implements Part {

    private static final int RATE = 15;
    private static final int CONSOLES = 5;
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final Duration third = Duration.ofSeconds(
            Math.max(1, Math.round(Double.parseDouble(System.getProperty("bench.minutes", "3")) * 20)));

    /** What one third of the time showed; {@code growth}: bytes of file for each message in or out. */
    private record Third(Durations replies, double megabytes, double growth) {}

    /** One answer on its way. */
    private record Reply(String text, long begun, CompletableFuture<CommandAnswer> decided) {

        /** The customer wrote again in the same moment, so that the hub wants it looked at once more. */
        boolean isRefused() {
            return switch (decided.join()) {
                case CommandAnswer.Refused _, CommandAnswer.GivenBack _ -> true;
                case CommandAnswer.Done _,
                        CommandAnswer.Queued _,
                        CommandAnswer.NotKept _,
                        CommandAnswer.NotReachable _ -> false;
            };
        }
    }

    @Override
    public List<Figure> measure(Path folder) throws Exception {
        Path data = folder.resolve("hub");
        try (Meta meta = new Meta();
                Hub hub = Hub.start(data, meta.address())) {
            List<Workspace> desks = Desks.open(hub.address(), CONSOLES, Optional.empty());
            try (Child load = load(folder, hub)) {
                Figure rested = warmUp(folder, hub, desks, meta);
                load.tell("measure");
                List<Third> thirds = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    long before = Hub.bytes(data);
                    Durations replies = answer(desks, meta, third);
                    double growth = (Hub.bytes(data) - before) / (2.0 * replies.count());
                    thirds.add(new Third(replies, hub.process().residentMegabytes(), growth));
                }
                desks.forEach(Workspace::close);
                List<Figure> figures = new ArrayList<>(List.of(rested));
                figures.addAll(figures(thirds, Load.Measured.of(load.line())));
                return figures;
            }
        }
    }

    /** Answers until the compilers rest, in the hub and here, where the desks are. */
    private static Figure warmUp(Path folder, Hub hub, List<Workspace> desks, Meta meta) throws IOException {
        Waiting.until(() -> desks.getFirst().rows(View.ALL).size() >= RATE * 5);
        try (Rest rest =
                Rest.of(folder, hub.process().pid(), ProcessHandle.current().pid())) {
            while (!rest.isReached()) {
                Durations _ = answer(desks, meta, SLICE);
            }
            return Rest.figure("steady", rest.waited());
        }
    }

    private Child load(Path folder, Hub hub) throws IOException {
        long seconds = third.toSeconds() * 3 + 15;
        // Each customer writes once: one who came back would stay with whoever had answered.
        long customers = RATE * (Rest.LONGEST.plus(SLICE.multipliedBy(2)).toSeconds() + seconds);
        return Child.java(
                folder.resolve("load.log"), Load.class, hub.address(), Hub.SECRET, 4, RATE, seconds, customers);
    }

    private List<Figure> figures(List<Third> thirds, Load.Measured deliveries) {
        Third first = thirds.getFirst();
        Third last = thirds.getLast();
        double due = RATE * third.toSeconds();
        return List.of(
                Figure.bare("steady: answer to a delivery, p99", deliveries.p99(), "ms", "≤ 25 ms"),
                Figure.of("steady: replies in the last third", last.replies.count(), "", due, "as many as due"),
                Figure.of(
                        "steady: reply p99, last third by first",
                        last.replies.percentile(99),
                        "ms",
                        first.replies.percentile(99),
                        "no drift"),
                Figure.of("steady: memory, last third by first", last.megabytes, "MB", first.megabytes, "level"),
                Figure.of(
                        "steady: file for a message, last third by first",
                        last.growth,
                        "bytes",
                        first.growth,
                        "level"));
    }

    /** All desks answer at the rate together, for so long. */
    private static Durations answer(List<Workspace> desks, Meta meta, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<Reply>>> all = IntStream.range(0, desks.size())
                    .mapToObj(place -> CompletableFuture.supplyAsync(
                            () -> new Agent(desks.get(place), place).answerUntil(end), agents))
                    .toList();
            all.forEach(each -> replies.addAll(each.join()));
        }
        replies.removeIf(Reply::isRefused);
        Waiting.until(() -> replies.stream().map(Reply::text).allMatch(meta.accepted()::containsKey));
        return Durations.ofNanos(replies.stream()
                .map(reply -> meta.accepted().get(reply.text) - reply.begun)
                .toList());
    }

    /** Somebody at a desk, who takes the next free conversation in turn with the others; {@code place}: from 0. */
    private record Agent(Workspace desk, int place) {

        List<Reply> answerUntil(long end) {
            List<Reply> replies = new ArrayList<>();
            Queue<ConversationId> answered = new ArrayDeque<>();
            long between = Duration.ofSeconds(CONSOLES).dividedBy(RATE).toNanos();
            for (long due = System.nanoTime() + between * place / CONSOLES; due < end; due += between) {
                LockSupport.parkNanos(due - System.nanoTime());
                Optional<ConversationId> id = claimed(end);
                id.ifPresent(taken -> {
                    replies.add(reply(taken));
                    answered.add(taken);
                });
                if (answered.size() > 2 * RATE / CONSOLES) {
                    var _ = desk.resolve(answered.remove());
                }
            }
            return replies;
        }

        private Reply reply(ConversationId id) {
            String text = "answer " + Instant.now() + " to " + id;
            long begun = System.nanoTime();
            return new Reply(
                    text,
                    begun,
                    desk.reply(new Command.Reply(
                            id, desk.fence(id).orElseThrow(), new Content.Text(text), Optional.empty(), false)));
        }

        /** Tries again where another desk was first and this one has not heard of it yet; nothing if none is free until the end. */
        private Optional<ConversationId> claimed(long end) {
            while (System.nanoTime() < end) {
                List<ConversationRow> free = desk.rows(View.UNASSIGNED);
                if (free.size() <= place) {
                    LockSupport.parkNanos(1_000_000);
                } else {
                    ConversationId id = free.get(free.size() - 1 - place).id();
                    if (desk.claim(id).join() instanceof CommandAnswer.Done) {
                        Waiting.until(() -> desk.fence(id).isPresent());
                        return Optional.of(id);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
