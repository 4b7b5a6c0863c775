// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.domain.ClaimNumber;
import baton.domain.Command;
import baton.domain.CommandId;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.CustomerId;
import baton.domain.DeliveryId;
import baton.domain.Fence;
import baton.domain.MessageId;
import baton.domain.PersonId;
import baton.domain.Role;
import baton.domain.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandWriterTest {
    private static final ConversationId BO = new ConversationId(12);
    private static final Fence FENCE = new Fence(new ClaimNumber(34), 33);
    private static final PersonId MINA = new PersonId("mina");

    static Stream<Command> commands() {
        return Stream.of(
                new Command.Claim(BO),
                new Command.Release(BO),
                new Command.Reply(
                        BO, FENCE, new Content.Text("\u201chi\u201d \n 👍"), Optional.of(new MessageId(3)), true),
                new Command.Reply(BO, FENCE, new Content.Text("hi"), Optional.empty(), false),
                new Command.Reply(BO, FENCE, new Content.Reaction(new MessageId(3), "👍"), Optional.empty(), false),
                new Command.Note(BO, "note", List.of(MINA)),
                new Command.Resolve(BO),
                new Command.Reopen(BO),
                new Command.Assign(BO, Optional.of(MINA)),
                new Command.Assign(BO, Optional.empty()),
                new Command.MarkRead(BO, 40),
                new Command.Undo(new MessageId(3)),
                new Command.Settle(new MessageId(3), Settlement.WENT_OUT),
                new Command.PutAway(7, "spam"),
                new Command.Replay(new DeliveryId("2026-11-22-1")),
                new Command.Merge(new CustomerId(1), new CustomerId(2)),
                new Command.UndoMerge(new CustomerId(2)),
                new Command.AddPerson(MINA, "Mina", Role.AGENT),
                new Command.ChangeRole(MINA, Role.EDITOR),
                new Command.RemovePerson(MINA));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatIsWrittenIsReadAsTheSameCommand(Command command) {
        CommandId id = new CommandId("c-1");
        Request read = CommandCodec.read(
                Json.MAPPER.readTree(CommandWriter.write(id, command).toString()));
        assertThat(read).isEqualTo(new Request(id, command, Optional.empty()));
    }

    @Test
    void everyKindIsTriedAbove() {
        Set<String> tried = commands()
                .map(command -> CommandWriter.write(new CommandId("c"), command)
                        .path("kind")
                        .asString())
                .collect(Collectors.toSet());
        assertThat(tried).isEqualTo(CommandCodec.kinds());
    }

    @Test
    void whatNoReplyCanCarryIsRefused() {
        Command picture = new Command.Reply(BO, FENCE, new Content.Withheld(3), Optional.empty(), false);
        assertThatThrownBy(() -> CommandWriter.write(new CommandId("c"), picture))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
