// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimEvent;
import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.ConversationId;
import baton.domain.Failure;
import baton.domain.Fence;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Recorded;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.domain.Settlement;
import baton.store.Check;
import baton.whatsapp.SendOutcome;
import baton.whatsapp.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens in whatever order: one holder, one call for each reply, nothing unseen ignored, tables that add up. */
final class HubPropertyTest {

    private static final Duration IDLE = Duration.ofMinutes(3);

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void oneHolderOneCallAndNothingUnseen(
            @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 15) Integer> steps, @ForAll int seed) {
        try (Bench bench = new Bench()) {
            Day day = new Day(bench, new Random(seed));
            steps.forEach(day::step);
            Judge judge = new Judge(bench);
            bench.journal.after(0, 100_000).forEach(judge::look);
            judge.callsAreAllowed();
            assertThat(difference(bench)).isEmpty();
        }
    }

    private static String difference(Bench bench) {
        try {
            Path folder = Files.createTempDirectory("check");
            try {
                return new Check(bench.database, folder).firstDifference().orElse("");
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Does one thing after another to a hub. */
    private static final class Day {

        private final Bench bench;
        private final Random random;
        private final List<String> delivered = new ArrayList<>();
        private final List<ConversationId> conversations = new ArrayList<>();
        private final List<ClaimNumber> claims = new ArrayList<>(List.of(new ClaimNumber(1)));
        private final List<MessageId> replies = new ArrayList<>();

        Day(Bench bench, Random random) {
            this.bench = bench;
            this.random = random;
            write();
        }

        void step(int kind) {
            switch (kind) {
                case 0 -> write();
                case 1 -> bench.deliver(any(delivered));
                case 2, 3 -> claim();
                case 4, 5, 6 -> reply();
                case 7 -> bench.later(Duration.ofSeconds(random.nextInt(90)));
                case 8 -> bench.later(Duration.ofMinutes(random.nextInt(5)));
                case 9 -> send();
                case 10 -> restart();
                case 11 -> status();
                case 12 -> settle();
                case 13 -> bench.ask(somebody(), new Command.Resolve(any(conversations)));
                case 14 -> bench.ask(somebody(), new Command.Reopen(any(conversations)));
                default -> bench.later(Bench.REOPEN_WITHIN);
            }
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private PersonId somebody() {
            return random.nextBoolean() ? Bench.MINA : Bench.JUN;
        }

        private void write() {
            String wamid = "m" + delivered.size();
            String body = Bodies.text(Bodies.anybody(random.nextInt(2)), wamid, bench.now(), "hello");
            delivered.add(body);
            bench.deliver(body);
            conversations.add(bench.message(wamid).conversation());
        }

        private void claim() {
            if (bench.ask(somebody(), new Command.Claim(any(conversations))) instanceof Desk.Outcome.Done done) {
                claims.add(new ClaimNumber(done.seq()));
            }
        }

        private void reply() {
            ClaimNumber claim = random.nextInt(3) > 0 ? claims.getLast() : any(claims);
            long seen = random.nextInt(3) > 0 ? bench.journal.head() : random.nextLong(bench.journal.head() + 1);
            Command.Reply reply = Bench.text(any(conversations), new Fence(claim, seen), "r");
            if (bench.ask(somebody(), reply) instanceof Desk.Outcome.Done done) {
                replies.add(new MessageId(done.seq()));
            }
        }

        private void send() {
            bench.platform.answers(
                    switch (random.nextInt(5)) {
                        case 0 -> new SendOutcome.NotSent(Failure.ofTransport("down"));
                        case 1 -> new SendOutcome.Unknown("no answer");
                        case 2 -> refused(Verdict.Retry.PAIR_LIMIT);
                        case 3 -> refused(Verdict.Retry.NEVER);
                        default -> new SendOutcome.Unknown("also none");
                    });
            if (random.nextBoolean()) {
                bench.platform.answers(Platform::accepted);
            }
            bench.dispatch();
        }

        private static SendOutcome refused(Verdict.Retry retry) {
            return new SendOutcome.Refused(Failure.ofTransport("no"), new Verdict(retry, true, "key"));
        }

        /** Now and then the hub dies between the note of an attempt and the note of its result. */
        private void restart() {
            if (random.nextBoolean()) {
                bench.platform.answers(call -> {
                    bench.journal.close();
                    return Platform.accepted(call);
                });
                bench.dispatch.run();
                bench.dispatch.close();
            }
            bench.platform.forget();
            bench.restart();
        }

        private void status() {
            if (!replies.isEmpty()) {
                String data = CallbackData.of(bench.journal.id(), any(replies));
                String tick = any(List.of("sent", "delivered", "read", "failed"));
                if (bench.platform.calls().stream()
                        .anyMatch(call -> call.callbackData().equals(data))) {
                    bench.deliver(Bodies.status("wamid.out." + data, tick, bench.now(), data));
                }
            }
        }

        private void settle() {
            replies.stream()
                    .filter(reply -> bench.state(reply) == SendingState.UNCERTAIN)
                    .findFirst()
                    .ifPresent(reply ->
                            bench.ask(Bench.ADMIN, new Command.Settle(reply, any(List.of(Settlement.values())))));
        }
    }

    /** Reads the journal like a stranger who knows the promises and none of the code. */
    private static final class Judge {

        private record Hold(PersonId holder, long number, Instant renewed) {}

        private final Bench bench;
        private final Map<ConversationId, Hold> holds = new HashMap<>();
        private final Map<ConversationId, Long> newest = new HashMap<>();
        private final Map<MessageId, Fence> fences = new HashMap<>();
        private final Map<MessageId, Integer> allowed = new HashMap<>();

        Judge(Bench bench) {
            this.bench = bench;
        }

        void look(Recorded line) {
            switch (line.event()) {
                case ClaimEvent.ClaimTaken taken -> taken(line, taken);
                case ClaimEvent.ClaimReleased released -> released(line, released);
                case MessageEvent.InboundReceived _ ->
                    newest.put(line.conversation().orElseThrow(), line.seq());
                case MessageEvent.ReplyAccepted reply -> replied(line, reply);
                case SendingEvent.SendingStarted started -> started(line, started.message());
                case SendingEvent.SendingPostponed postponed -> allowed.merge(postponed.message(), 1, Integer::sum);
                case SendingEvent.SendingSettled settled ->
                    allowed.merge(
                            settled.message(), settled.settlement() == Settlement.SEND_AGAIN ? 1 : 0, Integer::sum);
                default -> {}
            }
        }

        private void taken(Recorded line, ClaimEvent.ClaimTaken taken) {
            Hold before = holds.put(line.conversation().orElseThrow(), new Hold(taken.holder(), line.seq(), line.at()));
            assertThat(before).as("a hold in force at line %d", line.seq()).isNull();
        }

        private void released(Recorded line, ClaimEvent.ClaimReleased released) {
            Hold over = holds.remove(line.conversation().orElseThrow());
            assertThat(over.number()).isEqualTo(released.claim().value());
            if (released.reason() == ClaimEvent.Reason.IDLE) {
                assertThat(line.at()).isAfterOrEqualTo(over.renewed().plus(IDLE));
            }
        }

        private void replied(Recorded line, MessageEvent.ReplyAccepted reply) {
            ConversationId conversation = line.conversation().orElseThrow();
            Hold hold = holds.get(conversation);
            assertThat(hold.holder()).isEqualTo(reply.author());
            assertThat(hold.number()).isEqualTo(reply.fence().claim().value());
            assertThat(line.at()).isBefore(hold.renewed().plus(IDLE));
            assertThat(newest.get(conversation))
                    .isLessThanOrEqualTo(reply.fence().seen());
            holds.put(conversation, new Hold(hold.holder(), hold.number(), line.at()));
            fences.put(new MessageId(line.seq()), reply.fence());
            allowed.put(new MessageId(line.seq()), 1);
        }

        private void started(Recorded line, MessageId reply) {
            assertThat(newest.get(line.conversation().orElseThrow()))
                    .isLessThanOrEqualTo(fences.get(reply).seen());
        }

        void callsAreAllowed() {
            allowed.forEach((reply, times) -> assertThat(bench.platform.callsOf(bench.journal.id(), reply))
                    .as("calls of reply %s", reply)
                    .isLessThanOrEqualTo(times));
        }
    }
}
