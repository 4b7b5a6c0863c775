// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Content;
import baton.domain.Inbound;
import baton.domain.Message;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.SendingEvent;
import baton.domain.SendingState;
import baton.domain.Tick;
import baton.domain.UnknownEvent;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageFoldTest {

    private final Story story = new Story();
    private final MessageId id = new MessageId(story.customerWrites("one"));

    @Test
    void whatCameInHasNoSendingAndBothTimes() {
        Message message = story.message(id);

        assertThat(message.author()).isEqualTo(new Author.Customer());
        assertThat(message.sending()).isEmpty();
        assertThat(message.at()).isAfter(message.sentAt());
        assertThat(message.marks().delivery()).isPresent();
    }

    @Test
    void anEchoNamesItsWriterAndItsWay() {
        Message echo =
                story.message(new MessageId(story.echo(new Author.MetaAgent(), Inbound.Way.STANDBY, story.now())));

        assertThat(echo.author()).isEqualTo(new Author.MetaAgent());
        assertThat(echo.marks().way()).isEqualTo(Inbound.Way.STANDBY);
        assertThat(echo.sending()).isEmpty();
    }

    @Test
    void aNoteNeverHasASendingWhateverHappens() {
        MessageId note = new MessageId(story.tell(new MessageEvent.NoteWritten(Story.MINA, "secret", List.of())));
        story.tell(new SendingEvent.SendingStarted(note, 1, "run"));
        story.ticked(note, Tick.READ);

        assertThat(story.message(note).note()).isTrue();
        assertThat(story.message(note).sending()).isEmpty();
    }

    @Test
    void aReplyGetsItsWamidFromTheAnswerOrFromAStatus() {
        MessageId reply = story.replies(Story.MINA);
        assertThat(story.message(reply).wamid()).isEmpty();
        story.tell(new SendingEvent.StatusReached(
                reply, Story.status(Tick.SENT, story.now()), Optional.of(new Wamid("wamid.early"))));
        assertThat(story.message(reply).wamid()).contains(new Wamid("wamid.early"));
        assertThat(story.message(reply).sending())
                .map(sending -> sending.state())
                .contains(SendingState.SENT);

        story.tell(new SendingEvent.SendingAccepted(reply, new Wamid("wamid.answer"), Optional.empty()));
        assertThat(story.message(reply).wamid()).contains(new Wamid("wamid.answer"));
    }

    @Test
    void editsKeepEveryEarlierText() {
        edit("two", 60);
        edit("three", 120);

        assertThat(story.message(id).content()).isEqualTo(new Content.Text("three"));
        assertThat(story.message(id).marks().edits()).containsExactly(was("one", 60), was("two", 120));
    }

    @Test
    void editsThatComeLateTakeTheirPlaceInTheHistory() {
        edit("four", 180);
        edit("two", 60);
        edit("three", 120);

        assertThat(story.message(id).content()).isEqualTo(new Content.Text("four"));
        assertThat(story.message(id).marks().edits())
                .containsExactly(was("one", 60), was("two", 120), was("three", 180));
    }

    @Test
    void aDeletedMessageKeepsItsTextAndItsFirstTime() {
        edit("two", 60);
        story.tell(new MessageEvent.MessageRevoked(id, at(90), Optional.empty(), Optional.empty()));
        story.tell(new MessageEvent.MessageRevoked(id, at(95), Optional.empty(), Optional.empty()));

        assertThat(story.message(id).marks().revokedAt()).contains(at(90));
        assertThat(story.message(id).marks().edits()).hasSize(1);
        assertThat(story.message(id).content()).isEqualTo(new Content.Text("two"));
    }

    @Test
    void eachReactorHasOneReactionTheirNewest() {
        react(new Author.Customer(), "👍", 10);
        react(new Author.PhoneApp(), "❤️", 11);
        react(new Author.Customer(), "🎉", 20);
        react(new Author.Customer(), "👎", 15);
        assertThat(story.message(id).marks().reactions())
                .containsExactlyInAnyOrder(
                        new Message.Reaction(new Author.PhoneApp(), "❤️", at(11)),
                        new Message.Reaction(new Author.Customer(), "🎉", at(20)));

        story.tell(new MessageEvent.ReactionChanged(
                id, new Author.Customer(), Optional.empty(), at(30), Optional.empty(), Optional.empty()));
        assertThat(story.message(id).marks().reactions()).hasSize(1);
    }

    @Test
    void aReactionThatWasTakenBackDoesNotReturnWhenItComesLate() {
        story.tell(new MessageEvent.ReactionChanged(
                id, new Author.Customer(), Optional.empty(), at(30), Optional.empty(), Optional.empty()));
        react(new Author.Customer(), "👍", 10);
        assertThat(story.message(id).marks().reactions()).isEmpty();
        react(new Author.Customer(), "🎉", 40);
        react(new Author.PhoneApp(), "👍", 10);
        assertThat(story.message(id).marks().reactions()).hasSize(2);
    }

    @Test
    void changesOfMessagesNobodyHasLeaveNoTrace() {
        MessageId missing = new MessageId(999);
        story.tell(new MessageEvent.MessageEdited(
                missing, new Content.Text("x"), at(1), Optional.empty(), Optional.empty()));
        story.tell(new MessageEvent.ChangeAwaited(
                Story.NUMBER, new Wamid("wamid.x"), new Change.Revoke(at(1)), Optional.empty(), Optional.empty()));
        story.tell(new UnknownEvent("MessageStarred", "{}"));

        assertThat(story.message(missing)).isNull();
    }

    private void edit(String text, long second) {
        story.tell(new MessageEvent.MessageEdited(
                id, new Content.Text(text), at(second), Optional.empty(), Optional.empty()));
    }

    private void react(Author by, String emoji, long second) {
        story.tell(new MessageEvent.ReactionChanged(
                id, by, Optional.of(emoji), at(second), Optional.empty(), Optional.empty()));
    }

    private static Message.Edit was(String text, long second) {
        return new Message.Edit(new Content.Text(text), at(second));
    }

    private static Instant at(long second) {
        return Story.START.plusSeconds(second);
    }
}
