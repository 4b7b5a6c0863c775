// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Seat;
import baton.domain.ConversationId;
import baton.sync.Draft;
import baton.sync.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
    private int sends;

    /** The conversation whose draft is being read, and what came back to it meanwhile. */
    private Optional<ConversationId> reading = Optional.empty();

    private final List<UnaryOperator<Draft>> meanwhile = new ArrayList<>();

    /** Sent, and perhaps in the draft that is kept for a moment still. */
    private final Set<Sent> leaving = new HashSet<>();

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
    void open(ConversationId conversation, Consumer<Draft> then) {
        close();
        reading = Optional.of(conversation);
        read(conversation, kept -> {
            begin(kept);
            draft.ifPresent(then);
        });
    }

    private void read(ConversationId conversation, Consumer<Draft> then) {
        int asked = opening;
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(
                        () -> workspace.draft(conversation), seat.background())
                .thenAcceptAsync(
                        kept -> {
                            if (asked == opening) {
                                then.accept(kept);
                            }
                        },
                        seat.screen());
    }

    /** With what was typed, turned or came back while it was read. */
    private void begin(Draft kept) {
        String begun = text.get();
        boolean isNote = note.get();
        if (!begun.isBlank()) {
            meanwhile.add(found ->
                    found.withText(isNote, joined(found.text(isNote), begun)).writingNote(isNote));
        }
        Draft found = withoutLeaving(kept);
        Draft whole = found;
        for (UnaryOperator<Draft> change : meanwhile) {
            whole = change.apply(whole);
        }
        forgetReading();
        draft = Optional.of(whole);
        if (!whole.equals(found)) {
            workspace.saveDraft(whole);
        }
        show(whole, whole.writingNote());
    }

    private Draft withoutLeaving(Draft kept) {
        Draft left = kept;
        for (Sent sent : leaving) {
            left = sent.isIn(left) ? left.withText(sent.note(), "") : left;
        }
        return left;
    }

    private void forgetReading() {
        reading = Optional.empty();
        meanwhile.clear();
    }

    /**
     * Everything may have changed: a draft that was set aside, since its conversation is another one now, leaves the box, with the keys of the moment
     * that takes. {@code then} hears what is kept.
     */
    void recheck(Consumer<Draft> then) {
        int before = sends;
        draft.ifPresent(known -> read(known.conversation(), kept -> {
            if (before == sends) {
                recheck(known, kept);
                then.accept(kept);
            }
        }));
    }

    private void recheck(Draft known, Draft kept) {
        if (kept.isEmpty() && !known.isEmpty()) {
            draft = Optional.of(kept);
            workspace.saveDraft(kept);
            fill("", note.get());
        }
    }

    /** What is kept of it is more than what is in the empty box. */
    void reread(ConversationId conversation, Consumer<Draft> then) {
        boolean isOpen =
                conversation().or(() -> reading).filter(conversation::equals).isPresent();
        if (isOpen && text.get().isBlank()) {
            open(conversation, then);
        }
    }

    void close() {
        opening++;
        draft = Optional.empty();
        forgetReading();
        fill("", false);
    }

    /** Empties the box without keeping that: whoever sends the text clears its draft in the same breath. */
    void sent(Sent text) {
        sends++;
        leaving.add(text);
        draft = draft.map(
                known -> note.get() ? known.withNote("") : known.withReply("").quoting(Optional.empty()));
        fill("", note.get());
    }

    /** There is an answer: what is kept is what there is. */
    void left(Sent text) {
        leaving.remove(text);
    }

    /** It is kept so from now on. */
    void heard(Draft kept) {
        leaving.removeIf(sent -> kept.conversation().equals(sent.conversation()) && !sent.isIn(kept));
    }

    boolean isFilling() {
        return isFilling;
    }

    /** Puts a text back where it came from, before whatever was written since. */
    void restore(ConversationId conversation, String lost, boolean isNote) {
        UnaryOperator<Draft> back = kept -> kept.withText(isNote, joined(lost, kept.text(isNote)));
        if (reading.filter(conversation::equals).isPresent()) {
            meanwhile.add(back);
        } else if (conversation().filter(conversation::equals).isPresent()) {
            draft = draft.map(back);
            draft.ifPresent(workspace::saveDraft);
            draft.ifPresent(kept -> show(kept, note.get()));
        } else { // at once: it may be opened in the next moment
            workspace.saveDraft(back.apply(workspace.draft(conversation)));
        }
    }

    /** What never left the draft is not put back a second time. */
    private static String joined(String lost, String since) {
        boolean isOne = lost.isBlank() || since.isBlank() || since.strip().equals(lost.strip());
        return isOne ? (lost.isBlank() ? since : lost) : lost + "\n" + since;
    }

    private void typed(String next) {
        if (!isFilling && draft.isPresent()) {
            draft = draft.map(known -> known.withText(note.get(), next));
            draft.ifPresent(workspace::saveDraft);
            conversation().ifPresent(workspace::typing);
        }
    }

    private void turn(boolean isNote) {
        if (!isFilling && reading.isPresent()) {
            meanwhile.add(kept -> kept.writingNote(isNote));
        } else if (!isFilling && draft.isPresent()) {
            draft = draft.map(known -> known.writingNote(isNote));
            draft.ifPresent(workspace::saveDraft);
            draft.ifPresent(known -> show(known, isNote));
        }
    }

    private void show(Draft kept, boolean isNote) {
        fill(kept.text(isNote), isNote);
    }

    private void fill(String next, boolean isNote) {
        isFilling = true;
        note.set(isNote);
        text.set(next);
        isFilling = false;
    }
}
