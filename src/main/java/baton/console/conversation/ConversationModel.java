// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.CustomerName;
import baton.console.Seat;
import baton.console.Sentence;
import baton.console.inbox.InboxRow;
import baton.domain.ConversationId;
import baton.domain.Role;
import baton.policy.RolePolicy;
import baton.sync.Changes;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.Hold;
import baton.sync.LinkState;
import baton.sync.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open conversation: whose it is now, and claiming, releasing, resolving, reopening it. Screen's thread only. */
public final class ConversationModel {
    private static final Duration READ = Duration.ofSeconds(12);

    private final Seat seat;
    private final Workspace workspace;
    private final UndoModel undo;
    private final Refusals refusals;
    private final ReadOnlyObjectWrapper<Optional<ConversationRow>> row = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ConversationId> claiming = Optional.empty();
    private Instant troubleSince = Instant.EPOCH;

    public ConversationModel(Seat seat, UndoModel undo) {
        this.seat = seat;
        this.workspace = seat.workspace();
        this.undo = undo;
        this.refusals = new Refusals(seat);
        seat.ticker().nowProperty().subscribe(now -> {
            stand();
            forgetTrouble(now);
        });
    }

    public ReadOnlyObjectProperty<Optional<ConversationRow>> rowProperty() {
        return row.getReadOnlyProperty();
    }

    /** How the person stands to the conversation at this second. */
    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Why the last thing asked for was not done; until the next one, or another conversation. */
    public ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public Optional<ConversationId> id() {
        return row.get().map(ConversationRow::id);
    }

    public void open(ConversationRow next) {
        boolean isOther = id().filter(next.id()::equals).isEmpty();
        row.set(Optional.of(next));
        if (isOther) {
            trouble.set(Optional.empty());
        }
        stand();
    }

    public void close() {
        row.set(Optional.empty());
        trouble.set(Optional.empty());
        stand();
    }

    public void changed(Changes changes) {
        if (changes.link().filter(LinkState.Online.class::isInstance).isPresent()
                && trouble.get().filter(Refusals.OFFLINE::equals).isPresent()) {
            trouble.set(Optional.empty()); // the line is back, as it said one should wait for
        }
        id().ifPresent(open -> {
            if (changes.reload()) {
                workspace.row(open).ifPresent(this::open);
            }
            changes.rows().stream().filter(each -> each.id().equals(open)).forEach(this::open);
            if (changes.gone().contains(open)) {
                close();
            }
        });
    }

    /** Whether opening it by a click also takes it: somebody waits, nobody has it, and looking is not this role's work. */
    public boolean isTakenByClick() {
        return workspace.role() == Role.AGENT
                && standing.get() instanceof Standing.Free
                && row.get()
                        .flatMap(open -> open.conversation().traffic().waitingSince())
                        .isPresent();
    }

    public void claim() {
        claim(() -> {});
    }

    /** Claims it; {@code then} once it was granted. */
    public void claim(Runnable then) {
        Optional<ConversationId> asked = id();
        claiming = asked;
        CompletableFuture<Void> _ = ask(workspace::claim).thenAccept(isMine -> {
            if (isMine) {
                then.run();
            } else if (claiming.equals(asked)) {
                claiming = Optional.empty();
            }
        });
    }

    /** Whether it is being taken and nobody is seen to have it yet: what one types meanwhile is meant for its box. */
    public boolean isClaiming() {
        return claiming.isPresent() && claiming.equals(id()) && standing.get() instanceof Standing.Free;
    }

    public void release() {
        CompletableFuture<Boolean> _ = ask(workspace::release);
    }

    public void reopen() {
        CompletableFuture<Boolean> _ = ask(workspace::reopen);
    }

    /** Resolves it and offers to take that back; completes with whether it was done. */
    public CompletableFuture<Boolean> resolve() {
        Optional<ConversationRow> open = row.get();
        return ask(workspace::resolve).thenApply(isDone -> {
            open.filter(_ -> isDone).ifPresent(done -> offerReopening(done));
            return isDone;
        });
    }

    /** The person is here: the hold is kept. */
    public void keep() {
        id().ifPresent(workspace::typing);
    }

    public void touched() {
        id().ifPresent(workspace::touched);
    }

    private void offerReopening(ConversationRow done) {
        undo.offer(Sentence.of("undo.resolved", CustomerName.of(done.customer())), () -> {
            CompletableFuture<Boolean> _ = ask(done.id(), workspace::reopen);
        });
    }

    private CompletableFuture<Boolean> ask(Function<ConversationId, CompletableFuture<CommandAnswer>> command) {
        return id().map(open -> ask(open, command)).orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Boolean> ask(
            ConversationId asked, Function<ConversationId, CompletableFuture<CommandAnswer>> command) {
        trouble.set(Optional.empty());
        return command.apply(asked)
                .exceptionally(broken -> new CommandAnswer.NotReachable(String.valueOf(broken.getMessage())))
                .thenApplyAsync(answer -> answered(asked, answer), seat.screen());
    }

    private boolean answered(ConversationId asked, CommandAnswer answer) {
        if (id().filter(asked::equals).isPresent()) {
            trouble.set(refusals.of(answer));
            troubleSince = seat.ticker().now();
        }
        return answer instanceof CommandAnswer.Done;
    }

    /** Once the line above the bubbles says who has it, the refusal that said so too has been read. */
    private void forgetTrouble(Instant now) {
        if (standing.get() instanceof Standing.Other && now.isAfter(troubleSince.plus(READ))) {
            trouble.set(Optional.empty());
        }
    }

    private void stand() {
        standing.set(row.get().map(this::stands).orElseGet(Standing.Nothing::new));
        claiming = claiming.filter(_ -> isClaiming());
    }

    private Standing stands(ConversationRow open) {
        Instant now = seat.ticker().now();
        if (!RolePolicy.readsText(workspace.role())) {
            return new Standing.Looking();
        }
        if (!open.conversation().open()) {
            return new Standing.Resolved();
        }
        return open.heldAt(now)
                .map(hold -> held(open, hold, now))
                .orElseGet(() -> new Standing.Free(window(open, now)));
    }

    private static Standing held(ConversationRow open, Hold hold, Instant now) {
        Duration left = InboxRow.left(open, hold, now);
        return hold.mine()
                ? new Standing.Mine(hold, left, window(open, now))
                : new Standing.Other(hold.holderName(), left);
    }

    private static Optional<Duration> window(ConversationRow open, Instant now) {
        return open.windowClosesAt().filter(now::isBefore).map(closes -> Duration.between(now, closes));
    }
}
