// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.domain.MessageId;
import baton.domain.Refusal;
import baton.sync.CommandAnswer;
import baton.sync.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A reply that was just sent is taken back: at the hub that has it, or from the texts that wait for one. Any thread. */
record TakingBack(Workspace workspace) {
    private static final CommandAnswer TOO_LATE =
            new CommandAnswer.Refused(Refusal.because(Refusal.Reason.ALREADY_ON_ITS_WAY, Map.of()), Optional.empty());

    /**
     * {@code told}: the answer to the reply. Done when the hub took it back; queued, as before, when it had not gone out: then it is a draft again.
     */
    CompletableFuture<CommandAnswer> after(CommandAnswer told) {
        return switch (told) {
            case CommandAnswer.Done done -> workspace.undo(new MessageId(done.seq()));
            case CommandAnswer.Queued queued ->
                CompletableFuture.completedFuture(workspace.takeBack(queued.id()) ? told : TOO_LATE);
            case CommandAnswer.Refused _,
                    CommandAnswer.GivenBack _,
                    CommandAnswer.NotKept _,
                    CommandAnswer.NotReachable _ -> CompletableFuture.completedFuture(told);
        };
    }
}
