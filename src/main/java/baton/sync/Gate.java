// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.domain.Claim;
import baton.domain.Command;
import baton.domain.ConversationId;
import baton.domain.PersonId;
import baton.domain.Refusal;
import baton.domain.Touch;
import baton.policy.NotePolicy;
import baton.policy.ReplyGate;
import baton.policy.RolePolicy;
import java.util.Map;
import java.util.Optional;

/** What the policies say of a command by all this desk knows: a forecast of what the hub will say. Safe from any thread. */
final class Gate {
    private final PersonId me;
    private final Credentials credentials;
    private final Surface surface;

    Gate(PersonId me, Credentials credentials, Surface surface) {
        this.me = me;
        this.credentials = credentials;
        this.surface = surface;
    }

    /** Why the hub would refuse it, if so. */
    Optional<Refusal> refuse(Command command) {
        return RolePolicy.refuse(credentials.role(), command).or(() -> switch (command) {
            case Command.Reply reply -> refuse(reply);
            case Command.Note note -> NotePolicy.refuse(note.text());
            default -> Optional.empty();
        });
    }

    private Optional<Refusal> refuse(Command.Reply reply) {
        return surface.board()
                .row(reply.conversation())
                .map(row -> ReplyGate.refuse(
                        row.conversation(),
                        touch(row),
                        me,
                        reply.fence(),
                        reply.content(),
                        surface.time().instant()))
                .orElseGet(() -> Optional.of(unknown(reply.conversation())));
    }

    private Optional<Touch> touch(ConversationRow row) {
        return row.conversation().claim() instanceof Claim.Held held
                ? surface.presence().touch(row.id(), held.holder())
                : Optional.empty();
    }

    static Refusal unknown(ConversationId id) {
        return Refusal.because(Refusal.Reason.NO_SUCH_CONVERSATION, Map.of("conversation", id.toString()));
    }
}
