// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Seat;
import baton.domain.ConversationId;
import baton.sync.Draft;
import baton.sync.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The half-written text of the open conversation: reply and note side by side, kept at every key (SPEC.md I4). Screen's thread only.
 */
final class DraftText {
    private final Seat seat;
    private final Workspace workspace;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty note = new SimpleBooleanProperty();
    private Optional<Draft> draft = Optional.empty();
    private boolean isFilling;
    private int opening;

    DraftText(Seat seat) {
        this.seat = seat;
        this.workspace = seat.workspace();
        text.subscribe(this::typed);
        note.subscribe(this::turn);
    }

    StringProperty textProperty() {
        return text;
    }

    BooleanProperty noteProperty() {
        return note;
    }

    Optional<ConversationId> conversation() {
        return draft.map(Draft::conversation);
    }

    /** Reads what is kept; {@code then} hears of it on the screen's thread, unless another one was opened meanwhile. */
    void open(ConversationId conversation, java.util.function.Consumer<Draft> then) {
        int asked = ++opening;
        draft = Optional.empty();
        fill("", false);
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(
                        () -> workspace.draft(conversation), seat.background())
                .thenAcceptAsync(
                        kept -> {
                            if (asked == opening) {
                                draft = Optional.of(kept);
                                fill(kept.writingNote() ? kept.note() : kept.reply(), kept.writingNote());
                                then.accept(kept);
                            }
                        },
                        seat.screen());
    }

    void close() {
        opening++;
        draft = Optional.empty();
        fill("", false);
    }

    /** Empties the box without keeping that: whoever sends the text clears its draft in the same breath. */
    void sent() {
        draft = draft.map(
                known -> note.get() ? known.withNote("") : known.withReply("").quoting(Optional.empty()));
        fill("", note.get());
    }

    /** Puts a text back where it came from, before whatever was written since. */
    void restore(ConversationId conversation, String lost, boolean isNote) {
        UnaryOperator<Draft> back =
                kept -> isNote ? kept.withNote(joined(lost, kept.note())) : kept.withReply(joined(lost, kept.reply()));
        if (conversation().filter(conversation::equals).isPresent()) {
            draft = draft.map(back);
            draft.ifPresent(workspace::saveDraft);
            draft.ifPresent(kept -> fill(note.get() ? kept.note() : kept.reply(), note.get()));
        } else {
            seat.background().execute(() -> workspace.saveDraft(back.apply(workspace.draft(conversation))));
        }
    }

    /** What never left the draft is not put back a second time. */
    private static String joined(String lost, String since) {
        return since.isBlank() || since.equals(lost) ? lost : lost + "\n" + since;
    }

    private void typed(String next) {
        if (!isFilling && draft.isPresent()) {
            draft = draft.map(known -> note.get() ? known.withNote(next) : known.withReply(next));
            draft.ifPresent(workspace::saveDraft);
            conversation().ifPresent(workspace::typing);
        }
    }

    private void turn(boolean isNote) {
        if (!isFilling && draft.isPresent()) {
            draft = draft.map(known -> known.writingNote(isNote));
            draft.ifPresent(workspace::saveDraft);
            draft.ifPresent(known -> fill(isNote ? known.note() : known.reply(), isNote));
        }
    }

    private void fill(String next, boolean isNote) {
        isFilling = true;
        note.set(isNote);
        text.set(next);
        isFilling = false;
    }
}
