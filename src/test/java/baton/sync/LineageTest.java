// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.store.Replica;
import baton.store.Shelf;
import baton.wire.Answers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ConversationId BO = new ConversationId(5);

    private Replica replica;
    private Lineage lineage;

    @BeforeEach
    void begun() {
        replica = Replica.open(
                new Shelf.Memory("lineage-" + UUID.randomUUID()),
                new Replica.Owner("http://hub.example", new PersonId("mina"), "AGENT"));
        lineage = new Lineage(replica);
        replica.begin("journal", at(line(7, "seven")));
        fill(at(line(7, "seven")));
    }

    @AfterEach
    void close() {
        replica.close();
    }

    private void fill(Replica.Mark upTo) {
        assertThat(replica.fill(upTo, List.of(), List.of(), List.of(), Optional.empty())
                        .messages())
                .isEmpty();
    }

    private static Answers.FeedEvent line(long seq, String body) {
        return new Answers.FeedEvent(
                seq, NOON, Optional.of(BO), new Actor.Hub(), "SomethingNew", "{\"body\":\"" + body + "\"}");
    }

    private static Replica.Mark at(Answers.FeedEvent line) {
        return LineMark.at(line.seq(), Optional.of(line));
    }

    private static Answers.Feed feed(Answers.FeedEvent... lines) {
        return new Answers.Feed(List.of(lines).getLast().seq(), NOON, "journal", List.of(lines), List.of());
    }

    private void page(Replica.Mark upTo) {
        long end = replica.extent(BO).orElseThrow();
        assertThat(replica.take(new Replica.Fetched(BO, upTo, end, List.of(), true, replica.generation())))
                .isPresent();
    }

    @Test
    void aCopyThatHasJustBegunKnowsTheLineItBeganAt() {
        assertThat(lineage.agrees(replica.position(), feed(line(7, "seven")))).isTrue();
        assertThat(lineage.agrees(replica.position(), feed(line(7, "another story"))))
                .isFalse();
    }

    @Test
    void aLineThatAPageToldOfHasToComeAsItWas() {
        page(at(line(9, "nine")));
        assertThat(replica.position().told()).isEqualTo(9);
        assertThat(lineage.bearsOut(feed(line(8, "eight")))).isTrue();
        assertThat(lineage.bearsOut(feed(line(8, "eight"), line(9, "nine")))).isTrue();
        assertThat(lineage.bearsOut(feed(line(8, "eight"), line(9, "another story"))))
                .isFalse();
    }

    @Test
    void thePageThatWasFurthestAheadCountsAndNoneThatTheNewsHavePassed() {
        page(at(line(9, "nine")));
        page(at(line(8, "eight")));
        assertThat(replica.position().ahead()).isEqualTo(at(line(9, "nine")));
        fill(at(line(11, "eleven")));
        assertThat(replica.position().ahead()).isEqualTo(at(line(11, "eleven")));
        assertThat(replica.follow(List.of(), at(line(12, "twelve"))).messages()).isEmpty();
        page(at(line(12, "twelve")));
        assertThat(replica.position().ahead()).isEqualTo(at(line(11, "eleven")));
        assertThat(replica.position().told()).isEqualTo(12);
    }

    @Test
    void anotherBeginningForgetsWhatPagesTold() {
        page(at(line(9, "nine")));
        replica.restart();
        replica.begin("journal", at(line(3, "three")));
        assertThat(replica.position().told()).isEqualTo(3);
        assertThat(lineage.bearsOut(feed(line(9, "another story")))).isTrue();
    }
}
