// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.CustomerName;
import baton.console.Seat;
import baton.console.Sentence;
import baton.domain.Command;
import baton.domain.Content;
import baton.domain.ConversationId;
import baton.domain.Fence;
import baton.policy.NotePolicy;
import baton.policy.ReplyGate;
import baton.sync.Changes;
import baton.sync.CommandAnswer;
import baton.sync.ConversationRow;
import baton.sync.Draft;
import baton.sync.LinkState;
import baton.sync.Returned;
import baton.sync.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

/** What one writes: reply or note, what may be sent and what came back, sending it and taking it back. Screen's thread only. */
public final class ComposerModel {
    private final Seat seat;
    private final Workspace workspace;
    private final ConversationModel conversation;
    private final UndoModel undo;
    private final DraftText draft;
    private final Refusals refusals;
    private final EmojiModel emoji;
    private final ReadOnlyObjectWrapper<Box> box = new ReadOnlyObjectWrapper<>(Box.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Sentence>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Returned>> returned = new ReadOnlyObjectWrapper<>(List.of());

    public ComposerModel(Seat seat, ConversationModel conversation, UndoModel undo) {
        this.seat = seat;
        this.workspace = seat.workspace();
        this.conversation = conversation;
        this.undo = undo;
        this.draft = new DraftText(seat);
        this.refusals = new Refusals(seat);
        this.emoji = new EmojiModel(seat);
        conversation.standingProperty().subscribe(_ -> settle());
        noteProperty().subscribe(_ -> settle());
    }

    public StringProperty textProperty() {
        return draft.textProperty();
    }

    /** Whether a note for the team is written instead of a reply. */
    public BooleanProperty noteProperty() {
        return draft.noteProperty();
    }

    /** Whether the text changes by itself and not under somebody's fingers. */
    boolean isFilling() {
        return draft.isFilling();
    }

    public EmojiModel emoji() {
        return emoji;
    }

    public ReadOnlyObjectProperty<Box> boxProperty() {
        return box.getReadOnlyProperty();
    }

    /** Why the text is still here, if it was to go. */
    public ReadOnlyObjectProperty<Optional<Sentence>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Texts that came back while something else was being written. */
    public ReadOnlyObjectProperty<List<Returned>> returnedProperty() {
        return returned.getReadOnlyProperty();
    }

    public void open(ConversationId id) {
        emoji.openProperty().set(false);
        trouble.set(Optional.empty());
        returned.set(List.of());
        draft.open(id, this::take);
    }

    public void close() {
        draft.close();
        returned.set(List.of());
    }

    public void changed(Changes changes) {
        if (changes.reload()) {
            draft.recheck(this::take);
        }
        changes.drafts().forEach(draft::heard);
        changes.drafts().stream().filter(each -> isOpen(each.conversation())).forEach(this::take);
        changes.rows().stream().filter(row -> isOpen(row.id())).forEach(_ -> settle());
    }

    /** The most that fits: UTF-16 units of a reply, characters of a note. */
    public int limit() {
        return noteProperty().get() ? NotePolicy.LONGEST : ReplyGate.LONGEST_TEXT;
    }

    /** How long the text is, counted as {@link #limit()} is. */
    public int length() {
        String text = textProperty().get();
        return noteProperty().get() ? text.codePointCount(0, text.length()) : text.length();
    }

    public boolean canSend() {
        return box.get().isWriting() && !textProperty().get().isBlank() && length() <= limit();
    }

    /** Sends what is written, if it may go. The text leaves the box at once and comes back when it is refused. */
    public CompletableFuture<Boolean> send() {
        trouble.set(Optional.empty());
        if (!canSend()) {
            return CompletableFuture.completedFuture(false);
        }
        return conversation
                .rowProperty()
                .get()
                .map(this::send)
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    /** Puts a text that came back into the box, before what is there. */
    public void putBack(Returned text) {
        draft.conversation().ifPresent(id -> {
            draft.noteProperty().set(text.note());
            draft.restore(id, text.text(), text.note());
            workspace.forgetReturned(id, text.id());
        });
    }

    public void forget(Returned text) {
        draft.conversation().ifPresent(id -> workspace.forgetReturned(id, text.id()));
    }

    /** A text is wanted back in the box. */
    public void restore(ConversationId id, String text, boolean isNote) {
        draft.restore(id, text, isNote);
    }

    private CompletableFuture<Boolean> send(ConversationRow row) {
        Sent sent =
                new Sent(row.id(), textProperty().get().strip(), noteProperty().get());
        if (sent.note()) {
            return follow(sent, workspace.note(new Command.Note(sent.conversation(), sent.text(), List.of())));
        }
        return fence(row)
                .map(fence -> reply(row, sent, fence))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Boolean> reply(ConversationRow row, Sent sent, Fence fence) {
        Command.Reply reply = new Command.Reply(row.id(), fence, new Content.Text(sent.text()), Optional.empty(), true);
        trouble.set(workspace.refuseReply(reply).map(refusals::of));
        if (trouble.get().isPresent()) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<CommandAnswer> answer = workspace.reply(reply);
        undo.offer(Sentence.of(sentKey(), CustomerName.of(row.customer())), () -> takeBack(sent, answer));
        return follow(sent, answer);
    }

    private String sentKey() {
        return workspace.link() instanceof LinkState.Online ? "undo.sent" : "undo.queued";
    }

    /** What is on the screen, not what may have come since: a newer message shall stop the reply (SPEC.md B1). */
    private Optional<Fence> fence(ConversationRow row) {
        return conversation.standingProperty().get() instanceof Standing.Mine mine
                ? Optional.of(new Fence(
                        mine.hold().claim(), row.conversation().traffic().lastInbound()))
                : Optional.empty();
    }

    private CompletableFuture<Boolean> follow(Sent sent, CompletableFuture<CommandAnswer> answer) {
        draft.sent(sent);
        return answer.thenApplyAsync(told -> answered(sent, told), seat.screen());
    }

    private boolean answered(Sent sent, CommandAnswer answer) {
        draft.left(sent);
        say(sent, answer);
        boolean isGone = answer instanceof CommandAnswer.Done || answer instanceof CommandAnswer.Queued;
        if (!isGone) {
            undo.dismiss();
        }
        if (!isGone && !(answer instanceof CommandAnswer.GivenBack)) { // that one is in the draft already
            draft.restore(sent.conversation(), sent.text(), sent.note());
        }
        return isGone;
    }

    private void takeBack(Sent sent, CompletableFuture<CommandAnswer> answer) {
        CompletableFuture<Void> _ = answer.thenComposeAsync(new TakingBack(workspace)::after, seat.background())
                .thenAcceptAsync(back -> tookBack(sent, back), seat.screen());
    }

    private void tookBack(Sent sent, CommandAnswer back) {
        if (back instanceof CommandAnswer.Done) {
            draft.restore(sent.conversation(), sent.text(), false);
        } else if (back instanceof CommandAnswer.Queued) {
            draft.reread(sent.conversation(), this::take); // what keeps the drafts has it again
        }
        say(sent, back);
    }

    /** Where it belongs: another conversation may be open by now. */
    private void say(Sent sent, CommandAnswer answer) {
        if (isOpen(sent.conversation())) {
            trouble.set(refusals.of(answer));
        }
    }

    private boolean isOpen(ConversationId id) {
        return draft.conversation().filter(id::equals).isPresent();
    }

    /** One text that came back goes into the empty box by itself, the others wait beside it. */
    private void take(Draft kept) {
        List<Returned> texts = kept.returned();
        returned.set(texts);
        boolean isEmpty = kept.reply().isBlank() && textProperty().get().isBlank();
        if (isEmpty && !texts.isEmpty() && !texts.getFirst().note()) {
            Returned first = texts.getFirst();
            trouble.set(Optional.of(
                    first.refusal().map(refusals::of).orElseGet(() -> Sentence.of("returned." + first.why()))));
            putBack(first);
        }
    }

    private void settle() {
        box.set(Box.of(conversation.standingProperty().get(), noteProperty().get()));
        emoji.openProperty().set(emoji.openProperty().get() && box.get().isWriting());
    }
}
