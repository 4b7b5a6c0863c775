// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.AccountEvent;
import baton.domain.Author;
import baton.domain.Change;
import baton.domain.Content;
import baton.domain.ConversationEvent;
import baton.domain.DeliveryId;
import baton.domain.Event;
import baton.domain.MessageEvent;
import baton.domain.MessageId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryMarkTest {

    static Stream<Arguments> marks() {
        Instant at = Story.START;
        MessageId id = new MessageId(4);
        Optional<Wamid> own = Optional.of(new Wamid("wamid.E"));
        return Stream.of(
                Arguments.of(
                        new MessageEvent.MessageEdited(id, new Content.Text("x"), at, own, Optional.empty()),
                        "change:wamid.E"),
                Arguments.of(new MessageEvent.MessageRevoked(id, at, own, Optional.empty()), "change:wamid.E"),
                Arguments.of(
                        new MessageEvent.ReactionChanged(
                                id, new Author.Customer(), Optional.empty(), at, own, Optional.empty()),
                        "change:wamid.E"),
                Arguments.of(
                        new MessageEvent.ChangeAwaited(
                                Story.NUMBER, new Wamid("wamid.T"), new Change.Revoke(at), own, Optional.empty()),
                        "change:wamid.E"),
                Arguments.of(
                        new AccountEvent.AccountNoticed("flows", Optional.empty(), Map.of(), "{}", "abc"),
                        "notice:abc"),
                Arguments.of(
                        new AccountEvent.EntrySetAside(
                                new DeliveryId("d"), Optional.empty(), SetAside.NO_SENDER, "why", "abc"),
                        "aside:abc"));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void anEntryWithoutAMessageOfItsOwnIsKnownByItsMark(Event event, String mark) {
        assertThat(EntryMark.of(event)).contains(mark);
    }

    @Test
    void whatHasNoOwnWamidAndWhatAPersonDidHasNoMark() {
        assertThat(EntryMark.of(new MessageEvent.MessageRevoked(
                        new MessageId(4), Story.START, Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(EntryMark.of(new ConversationEvent.ConversationResolved(Story.MINA)))
                .isEmpty();
    }
}
