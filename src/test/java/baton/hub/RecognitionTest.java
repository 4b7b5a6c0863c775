// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.Conversation;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Refusal;
import baton.domain.Role;
import baton.hub.Bodies.Writer;
import baton.whatsapp.OutgoingCall;
import baton.whatsapp.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By what a customer is known (SPEC.md C9). */
final class RecognitionTest extends BenchTest {

    private static final Writer WRITER = new Writer("447700900341", "GB.A");

    private int made;

    @BeforeEach
    void letMinaMerge() {
        bench.join(Bench.MINA, Role.EDITOR);
    }

    private Conversation writes(String phone, String userId) {
        String wamid = "m" + ++made;
        bench.deliver(Bodies.text(new Writer(phone, userId), wamid, bench.now(), "hello"));
        return bench.conversation(bench.message(wamid).conversation());
    }

    private Customer customer(CustomerId id) {
        return bench.journal.submit(turn -> turn.customer(id)).join().orElseThrow();
    }

    private static CustomerId other(Customer customer) {
        return customer.offers().getFirst().other();
    }

    @Test
    void theUserIdDecidesWhateverTheNumberSays() {
        Conversation first = writes("447700900341", "GB.A");
        assertThat(writes("", "GB.A").id()).isEqualTo(first.id());
        assertThat(writes("447700900999", "GB.A").id()).isEqualTo(first.id());
        assertThat(customer(first.customer()).identity(Identity.Kind.PHONE)).hasValue(Identity.phone("447700900999"));
    }

    @Test
    void aPhoneThatAppearsLaterIsLearnedAndRecognisedAlone() {
        Conversation first = writes("", "GB.A");
        writes("447700900341", "GB.A");
        assertThat(writes("447700900341", "").id()).isEqualTo(first.id());
    }

    @Test
    void aUserIdThatAppearsLaterIsLearned() {
        Conversation first = writes("447700900341", "");
        assertThat(writes("447700900341", "GB.A").id()).isEqualTo(first.id());
        assertThat(writes("", "GB.A").id()).isEqualTo(first.id());
    }

    /** The phone is somebody else's by then: what is meant for the first customer must not arrive there. */
    @Test
    void aReplyGoesNotToANumberThatIsAnothersNow() {
        ConversationId before = writes("447700900341", "GB.A").id();
        ClaimNumber claim = bench.claim(Bench.MINA, before);
        writes("447700900341", "GB.B");
        bench.reply(Bench.MINA, before, claim, "for A alone");
        bench.dispatch();
        assertThat(bench.platform.calls())
                .extracting(OutgoingCall::recipient)
                .containsExactly(new Recipient(Identity.Kind.BSUID, "GB.A"));
    }

    @Test
    void aNumberWithAnotherUserIdMayBeRecycledSoThatAMergeIsOfferedAndNotMade() {
        Conversation before = writes("447700900341", "GB.A");
        Conversation after = writes("447700900341", "GB.B");
        assertThat(after.customer()).isNotEqualTo(before.customer());
        assertThat(other(customer(after.customer()))).isEqualTo(before.customer());
        assertThat(writes("447700900341", "").customer()).isEqualTo(after.customer());
        assertThat(writes("", "GB.A").customer()).isEqualTo(before.customer());
    }

    @Test
    void anOfferIsMadeOnce() {
        writes("447700900341", "GB.A");
        CustomerId customer = writes("447700900341", "GB.B").customer();
        long head = bench.journal.head();
        writes("447700900341", "GB.B");
        assertThat(bench.journal.head()).isEqualTo(head + 1);
        assertThat(customer(customer).offers()).hasSize(1);
    }

    @Test
    void brazilsNinthDigitOffersAMergeEitherWay() {
        Conversation eight = writes("551187654321", "");
        Conversation nine = writes("5511987654321", "");
        assertThat(nine.customer()).isNotEqualTo(eight.customer());
        assertThat(other(customer(nine.customer()))).isEqualTo(eight.customer());

        Conversation longer = writes("5521987654321", "");
        Conversation shorter = writes("552187654321", "");
        assertThat(other(customer(shorter.customer()))).isEqualTo(longer.customer());
    }

    @Test
    void whoChangesNumberStaysTheSameCustomer() {
        Conversation before = writes("447700900341", "");
        bench.deliver(Bodies.numberChanged("447700900341", "447700900788", "n1", bench.now()));
        assertThat(writes("447700900788", "").id()).isEqualTo(before.id());
        assertThat(writes("447700900341", "").customer()).isNotEqualTo(before.customer());
    }

    @Test
    void whoChangesToANumberSomebodyHasIsOfferedForMerging() {
        Conversation mover = writes("447700900341", "");
        Conversation owner = writes("447700900788", "");
        bench.deliver(Bodies.numberChanged("447700900341", "447700900788", "n1", bench.now()));
        assertThat(other(customer(mover.customer()))).isEqualTo(owner.customer());
        assertThat(writes("447700900788", "").customer()).isEqualTo(owner.customer());
    }

    private void changes(Writer before, Writer after) {
        bench.deliver(Bodies.changed(before, after, "n" + ++made, bench.now()));
    }

    /** Deliveries come in any order: what was written before the change may come after the word of it. */
    @Test
    void whatWasWrittenBeforeAChangeAndComesAfterItIsTheSameCustomers() {
        Conversation before = writes("447700900341", "GB.A");
        changes(WRITER, new Writer("447700900788", "GB.B"));
        assertThat(writes("447700900341", "GB.A").id()).isEqualTo(before.id());
        assertThat(writes("447700900788", "GB.B").id()).isEqualTo(before.id());
        assertThat(customer(before.customer()).identity(Identity.Kind.PHONE)).hasValue(Identity.phone("447700900788"));
        assertThat(customer(before.customer()).identity(Identity.Kind.BSUID)).hasValue(Identity.bsuid("GB.B"));

        bench.reply(Bench.MINA, before.id(), bench.claim(Bench.MINA, before.id()), "answer");
        bench.dispatch();
        assertThat(bench.platform.calls())
                .extracting(OutgoingCall::recipient)
                .containsExactly(new Recipient(Identity.Kind.PHONE, "447700900788"));
    }

    /** The number they had is somebody else's by now, or was before them. */
    @Test
    void aStrangersChangeOfNumberIsNotThatOfWhoeverHasTheirOldOne() {
        Conversation owner = writes("447700900341", "GB.A");
        changes(new Writer("447700900341", "GB.X"), new Writer("447700900788", "GB.Y"));
        assertThat(writes("447700900788", "GB.Y").customer()).isNotEqualTo(owner.customer());
        assertThat(writes("447700900341", "GB.A").customer()).isEqualTo(owner.customer());
    }

    @Test
    void aStrangerWhoChangesToANumberSomebodyHasIsNotTakenForThem() {
        Conversation owner = writes("447700900341", "GB.A");
        changes(new Writer("447700900999", "GB.X"), new Writer("447700900341", "GB.Y"));
        Conversation stranger = writes("447700900341", "GB.Y");
        assertThat(stranger.customer()).isNotEqualTo(owner.customer());
        assertThat(other(customer(stranger.customer()))).isEqualTo(owner.customer());
        assertThat(writes("", "GB.A").customer()).isEqualTo(owner.customer());
    }

    @Test
    void mergedCustomersCountAsOneUntilTheMergeIsUndone() {
        Conversation kept = writes("551187654321", "");
        Conversation absorbed = writes("5511987654321", "");
        bench.done(Bench.MINA, new Command.Merge(kept.customer(), absorbed.customer()));
        assertThat(writes("5511987654321", "").id()).isEqualTo(kept.id());
        assertThat(bench.refused(Bench.MINA, new Command.Merge(kept.customer(), absorbed.customer()))
                        .reason())
                .isEqualTo(Refusal.Reason.SAME_CUSTOMER);

        bench.done(Bench.MINA, new Command.UndoMerge(absorbed.customer()));
        assertThat(writes("5511987654321", "").id()).isEqualTo(absorbed.id());
        assertThat(bench.refused(Bench.MINA, new Command.UndoMerge(absorbed.customer()))
                        .reason())
                .isEqualTo(Refusal.Reason.NOT_MERGED);
    }

    /** The answer must reach the phone that asked, also when its owner counts as somebody known by another number. */
    @Test
    void anAnswerToAMergedCustomerGoesToTheNumberThatWrote() {
        ConversationId kept = writes("551187654321", "").id();
        Conversation absorbed = writes("5511987654321", "");
        bench.done(Bench.MINA, new Command.Merge(bench.conversation(kept).customer(), absorbed.customer()));
        ConversationId conversation = writes("5511987654321", "").id();
        bench.reply(Bench.MINA, conversation, bench.claim(Bench.MINA, conversation), "answer");
        bench.dispatch();
        assertThat(bench.platform.calls()).hasSize(1);
        assertThat(bench.platform.calls().getFirst().recipient().address()).isEqualTo("5511987654321");
    }

    private void chooses(String choice, Instant at) {
        bench.deliver(Bodies.preference(WRITER, choice, ", \"timestamp\": " + at.getEpochSecond()));
    }

    private boolean isWelcome() {
        return customer(writes(WRITER.phone(), WRITER.userId()).customer()).marketing();
    }

    @Test
    void aChoiceThatIsDeliveredAgainDoesNotUndoANewerOne() {
        Instant start = bench.now();
        bench.later(Duration.ofMinutes(1));
        chooses("stop", start);
        chooses("resume", start.plusSeconds(10));
        chooses("stop", start.plusSeconds(20));
        long head = bench.journal.head();
        chooses("resume", start.plusSeconds(10));
        chooses("stop", start.plusSeconds(20));
        assertThat(bench.journal.head()).isEqualTo(head);
        assertThat(isWelcome()).isFalse();
    }

    @Test
    void aChoiceThatComesLateDoesNotUndoANewerOne() {
        Instant start = bench.now();
        bench.later(Duration.ofMinutes(1));
        chooses("resume", start.plusSeconds(20));
        chooses("stop", start.plusSeconds(10));
        assertThat(isWelcome()).isTrue();
        chooses("stop", start.plusSeconds(30));
        assertThat(isWelcome()).isFalse();
    }

    @Test
    void choicesWithoutATimeHoldAsTheyCome() {
        for (String choice : List.of("stop", "resume", "stop")) {
            bench.deliver(Bodies.preference(WRITER, choice, ""));
        }
        long head = bench.journal.head();
        chooses("resume", bench.now().plus(Duration.ofDays(400)));
        assertThat(bench.journal.head()).as("a time that is still to come").isEqualTo(head + 1);
        chooses("stop", bench.now().minusSeconds(1));
        assertThat(isWelcome()).isTrue();
    }
}
