// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static baton.hub.Bodies.anybody;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Message;
import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import baton.store.SetAsides;
import baton.store.Trouble;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Deliveries doubled, reversed, late and broken (SPEC.md C1, C2). */
final class IntakeTest extends BenchTest {

    private static final Path GOLDEN = Path.of("src/test/resources/whatsapp");

    private static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> !file.toString().contains("error-alone"))
                    .sorted()
                    .toList();
        }
    }

    private List<SetAsides.Entry> asides() {
        return new SetAsides(bench.database).open(100);
    }

    private static String words(Message message) {
        return message.content().words();
    }

    @Test
    void whatIsDeliveredAgainChangesNothing() throws IOException {
        for (Path file : golden()) {
            String body = Files.readString(file);
            bench.deliver(body);
            long head = bench.journal.head();
            assertThat(bench.deliver(body)).isIn(Intake.Result.DOUBLED, Intake.Result.SET_ASIDE);
            assertThat(bench.journal.head()).as(file.toString()).isEqualTo(head);
        }
        long head = bench.journal.head();
        bench.later(Duration.ofHours(1));
        bench.restart();
        for (Path file : golden()) {
            bench.deliver(Files.readString(file));
            assertThat(bench.journal.head()).as(file.toString()).isEqualTo(head);
        }
    }

    @Test
    void deliveriesInAnyOrderAndTwiceComeToTheSame() {
        Instant at = bench.now();
        List<String> bodies = new ArrayList<>(List.of(
                Bodies.text(anybody(1), "m1", at, "first"),
                Bodies.text(anybody(1), "m2", at.plusSeconds(1), "second"),
                Bodies.reaction(anybody(1), "r1", at.plusSeconds(2), "m1", "👍"),
                Bodies.reaction(anybody(1), "r2", at.plusSeconds(3), "m1", "❤"),
                Bodies.edit(anybody(1), "e1", at.plusSeconds(4), "m2", "second, mended"),
                Bodies.edit(anybody(1), "e2", at.plusSeconds(5), "m2", "second, mended twice"),
                Bodies.revoke(anybody(1), "d1", at.plusSeconds(6), "m1")));
        bodies.addAll(List.copyOf(bodies));
        for (int seed = 0; seed < 4; seed++) {
            List<String> shuffled = new ArrayList<>(bodies);
            Collections.shuffle(shuffled, new Random(seed));
            try (Bench other = new Bench()) {
                other.later(Duration.ofMinutes(1));
                shuffled.forEach(other::deliver);
                Message first = other.message("m1");
                assertThat(first.marks().reactions())
                        .extracting(Message.Reaction::emoji)
                        .containsExactly("❤");
                assertThat(first.marks().revokedAt()).hasValue(at.plusSeconds(6));
                Message second = other.message("m2");
                assertThat(words(second)).isEqualTo("second, mended twice");
                assertThat(second.marks().edits()).hasSize(2);
                assertThat(first.conversation()).isEqualTo(second.conversation());
            }
        }
    }

    @Test
    void whatComesBeforeItsMessageWaitsForItAlsoOverARestart() {
        Instant at = bench.now();
        bench.deliver(Bodies.reaction(anybody(1), "r1", at, "m1", "👍"));
        bench.deliver(Bodies.edit(anybody(1), "e1", at, "m1", "mended"));
        assertThat(bench.find("m1")).isEmpty();
        bench.restart();
        bench.deliver(Bodies.text(anybody(1), "m1", at, "first"));

        assertThat(words(bench.message("m1"))).isEqualTo("mended");
        assertThat(bench.message("m1").marks().reactions()).hasSize(1);
        assertThat(bench.deliver(Bodies.edit(anybody(1), "e1", at, "m1", "mended")))
                .isEqualTo(Intake.Result.DOUBLED);
    }

    @Test
    void oneBrokenEntryAmongAThousandIsSetAsideAlone() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(Bodies.entry(
                    anybody(i % 50), "m" + i, bench.now(), "\"type\": \"text\", \"text\": {\"body\": \"t\"}"));
        }
        entries.set(500, "{\"id\": \"broken\", \"type\": \"text\"}");

        assertThat(bench.deliver(Bodies.messages(Bodies.NUMBER, "[]", entries))).isEqualTo(Intake.Result.SET_ASIDE);

        assertThat(asides()).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo(SetAside.NO_SENDER);
            assertThat(entry.wamid()).hasValue(new Wamid("broken"));
        });
        assertThat(bench.find("m499")).isPresent();
        assertThat(bench.find("m501")).isPresent();
        assertThat(bench.find("m999")).isPresent();
    }

    @Test
    void anUnknownNumberGoesToTheListOnceAndTheEntryIsKept() {
        String body = Bodies.messages(
                new NumberId("999"),
                "[]",
                List.of(Bodies.entry(
                        anybody(1), "m1", bench.now(), "\"type\": \"text\", \"text\": {\"body\": \"t\"}")));
        assertThat(bench.deliver(body)).isEqualTo(Intake.Result.SET_ASIDE);
        bench.deliver(body);

        assertThat(asides()).hasSize(1);
        assertThat(asides().getFirst().number()).hasValue(new NumberId("999"));
        assertThat(asides().getFirst().reason()).isEqualTo(SetAside.UNKNOWN_NUMBER);
        assertThat(bench.find("m1")).isEmpty();
    }

    @Test
    void aDeliveryThatCannotBeReadAtAllIsListed() {
        bench.deliver("{\"object\": \"x\", \"entry\": " + "[".repeat(600) + "]".repeat(600) + "}");
        bench.deliver("{\"object\": \"x\"}");
        assertThat(asides())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo(SetAside.UNREADABLE));
    }

    @Test
    void aMessageSoonAfterResolveContinuesTheConversation() {
        ConversationId conversation = bench.customerWrites(1, "m1", "hello");
        bench.done(Bench.MINA, new Command.Resolve(conversation));
        bench.later(Bench.REOPEN_WITHIN.minusSeconds(1));
        assertThat(bench.customerWrites(1, "m2", "again")).isEqualTo(conversation);
        assertThat(bench.conversation(conversation).open()).isTrue();
        assertThat(bench.conversation(conversation).traffic().waitingSince()).hasValue(bench.now());
    }

    @Test
    void aMessageLongAfterResolveBeginsANewConversation() {
        ConversationId conversation = bench.customerWrites(1, "m1", "hello");
        bench.done(Bench.MINA, new Command.Resolve(conversation));
        bench.later(Bench.REOPEN_WITHIN);
        ConversationId next = bench.customerWrites(1, "m2", "again");
        assertThat(next).isNotEqualTo(conversation);
        assertThat(bench.conversation(conversation).open()).isFalse();
        assertThat(bench.refused(Bench.MINA, new Command.Reopen(conversation)).facts())
                .containsEntry("conversation", next.toString());
    }

    @Test
    void aStatusOfSomebodyElsesMessageWaitsAndASecondOneChangesNothing() {
        String body = Bodies.status("wamid.X", "sent", bench.now(), "");
        bench.deliver(body);
        long head = bench.journal.head();
        bench.later(Duration.ofMinutes(5));
        assertThat(bench.deliver(body)).isEqualTo(Intake.Result.DOUBLED);
        assertThat(bench.journal.head()).isEqualTo(head);
    }

    @Test
    void contentNobodyKnowsIsKeptWhole() {
        bench.deliver(Bodies.messages(
                Bodies.NUMBER,
                "[]",
                List.of(Bodies.entry(
                        anybody(1), "m1", bench.now(), "\"type\": \"hologram\", \"hologram\": {\"z\": 1}"))));
        assertThat(bench.message("m1").content())
                .isInstanceOfSatisfying(
                        Content.Unknown.class,
                        unknown -> assertThat(unknown.raw()).contains("hologram"));
        assertThat(Optional.of(asides())).hasValue(List.of());
    }

    /** The store fails, and is well again when the hub says that it tries once more: no riddle for a person. */
    @Test
    void whatAStoreFailedToKeepOnceIsTakenInTheSecondTimeAndNotSetAside() {
        Trouble trouble = Trouble.begin(bench.database);
        Logger log = (Logger) LoggerFactory.getLogger(Intake.class);
        AppenderBase<ILoggingEvent> mender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent said) {
                if (said.getFormattedMessage().contains("tried once more")) {
                    trouble.close();
                }
            }
        };
        mender.start();
        log.addAppender(mender);
        try {
            assertThat(bench.deliver(Bodies.text(Bodies.anybody(7), "wamid.twice", bench.now(), "hello")))
                    .isEqualTo(Intake.Result.ACCEPTED);
        } finally {
            log.detachAppender(mender);
        }
    }
}
