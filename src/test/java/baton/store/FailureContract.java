// SPDX-License-Identifier: Apache-2.0
package baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.Conversation;
import baton.domain.CustomerId;
import baton.domain.Event;
import baton.domain.Identity;
import baton.domain.NumberId;
import baton.domain.Wamid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One bad item, or one bad part of an item, takes nobody with it. */
abstract class FailureContract extends StoreContract {

    private static final NumberId NUMBER = new NumberId("771940260085512");
    private static final CustomerId ANNA = new CustomerId(9001);
    private static final CustomerId BEN = new CustomerId(9002);

    @Test
    void aDecisionThatThrowsLeavesNothingBehindAndTakesNobodyWithIt() {
        List<Decision<Long>> fifty = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> line("l" + i)).toList());
        fifty.add(25, turn -> {
            turn.open(ANNA, NUMBER, HUB);
            turn.record(HUB, event("half done"));
            turn.keepRaw(RawBody.of(new byte[] {1}));
            throw new IllegalStateException("no");
        });
        var answers = inOneBatch(fifty);

        assertThatThrownBy(answers.remove(25)::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(answers).extracting(CompletableFuture::join).containsExactlyElementsOf(LongLists.upTo(50));
        assertThat(words()).hasSize(50).doesNotContain("half done");
        assertThat(submit(turn -> turn.newestConversation(ANNA, NUMBER)).join()).isEmpty();
        assertThat(firstDifference()).isEmpty();
    }

    @Test
    void aPartThatThrowsLeavesOnlyItselfBehind() {
        List<Boolean> failed = submit(turn -> {
                    turn.record(HUB, event("before"));
                    boolean bad = turn.attempt(() -> {
                                turn.open(ANNA, NUMBER, HUB);
                                turn.record(HUB, event("bad"));
                                throw new IllegalArgumentException("no");
                            })
                            .isPresent();
                    boolean good =
                            turn.attempt(() -> turn.record(HUB, event("good"))).isPresent();
                    return List.of(bad, good);
                })
                .join();

        assertThat(failed).containsExactly(true, false);
        assertThat(words()).containsExactly("before", "good");
        assertThat(journal.head()).isEqualTo(2);
        assertThat(firstDifference()).isEmpty();
    }

    @Test
    void whatWasTakenBackIsNotTakenForSomebodyElsesConversation() {
        List<Decision<Optional<Conversation>>> decisions = List.of(
                turn -> {
                    turn.open(ANNA, NUMBER, HUB);
                    throw new IllegalStateException("no");
                },
                turn -> turn.conversation(turn.open(BEN, NUMBER, HUB)),
                turn -> turn.newestConversation(ANNA, NUMBER));
        var answers = inOneBatch(decisions);

        assertThat(answers.get(1).join()).isPresent();
        assertThat(answers.get(2).join()).isEmpty();
    }

    @Test
    void aLowerNumberAfterAHigherOneWasTakenBackIsFound() {
        List<Decision<Optional<Conversation>>> decisions = List.of(
                turn -> {
                    turn.record(HUB, event("makes the next number higher"));
                    turn.open(ANNA, NUMBER, HUB);
                    throw new IllegalStateException("no");
                },
                turn -> turn.conversation(turn.open(ANNA, NUMBER, HUB)),
                turn -> turn.newestConversation(ANNA, NUMBER));
        var answers = inOneBatch(decisions);

        assertThat(answers.get(2).join()).isPresent().isEqualTo(answers.get(1).join());
    }

    @Test
    void aSecondOpenConversationIsRefusedByTheDatabaseAndTakesNobodyWithIt() {
        submit(turn -> turn.open(ANNA, NUMBER, HUB)).join();
        assertRefusedAlone(turn -> turn.open(ANNA, NUMBER, HUB).value());
    }

    @Test
    void aSecondMessageWithTheSameWamidIsRefusedByTheDatabaseAndTakesNobodyWithIt() {
        var conversation = submit(turn -> turn.open(ANNA, NUMBER, HUB)).join();
        Event message = Samples.inbound(ANNA, NUMBER, "wamid.A", "hello");
        submit(turn -> turn.record(conversation, HUB, message)).join();
        assertRefusedAlone(turn -> turn.record(conversation, HUB, message).seq());
    }

    /** What goes wrong is logged, and logs must not hold what customers wrote. */
    @Test
    void aFailureNeverQuotesWhatACustomerWrote() {
        var conversation = submit(turn -> turn.open(ANNA, NUMBER, HUB)).join();
        Event message = Samples.inbound(ANNA, NUMBER, "wamid.A", "my card is 4711");
        submit(turn -> turn.record(conversation, HUB, message)).join();
        assertThatThrownBy(submit(turn -> turn.record(conversation, HUB, message))::join)
                .rootCause()
                .message()
                .containsIgnoringCase("one_message_per_wamid")
                .doesNotContain("4711", "wamid.A");
    }

    @Test
    void aRowBesideTheJournalThatTheDatabaseRefusesTakesNobodyWithIt() {
        submit(FailureContract::keptAside).join();
        assertRefusedAlone(FailureContract::keptAside);
    }

    private static long keptAside(Turn turn) {
        turn.books().keepAside(Samples.aside(7, new Wamid("wamid.1"), turn.now()));
        return turn.record(HUB, event("aside")).seq();
    }

    void assertRefusedAlone(Decision<Long> poison) {
        long head = journal.head();
        List<Decision<Long>> fifty = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> line("l" + i)).toList());
        fifty.add(25, poison);
        var answers = inOneBatch(fifty);

        assertThatThrownBy(answers.remove(25)::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreException.class);
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .doesNotHaveDuplicates()
                .hasSize(50);
        assertThat(journal.head()).isEqualTo(head + 50);
        assertThat(firstDifference()).isEmpty();
    }

    @Test
    void aZeroCharacterInAnIdHarmsNobody() {
        Wamid wamid = new Wamid("wamid.\u0000");
        Identity identity = Identity.phone("4\u00007");
        List<Decision<Boolean>> decisions = List.of(
                turn -> turn.message(wamid).isPresent() || turn.owner(identity).isPresent(),
                turn -> {
                    var conversation = turn.open(ANNA, NUMBER, HUB);
                    turn.record(conversation, HUB, Samples.inbound(ANNA, NUMBER, wamid.value(), "zero \u0000"));
                    turn.books().keepAside(Samples.aside(turn.next(), wamid, turn.now()));
                    return true;
                },
                turn -> turn.message(wamid).isPresent());
        var answers = inOneBatch(decisions);
        assertThat(answers).extracting(CompletableFuture::join).containsExactly(false, true, true);
        assertThat(submit(turn -> turn.message(wamid).isPresent()).join()).isTrue();
        assertThat(firstDifference()).isEmpty();
    }
}
