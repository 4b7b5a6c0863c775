// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.conversation.Box;
import baton.console.conversation.Standing;
import baton.console.help.Deed;
import baton.console.help.PaletteModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Everything that can be done at this desk, with its keys (FIELD.md 4.4). */
final class DeskDeeds {
    private static final KeyCombination ARROW_DOWN = new KeyCodeCombination(KeyCode.DOWN);
    private static final KeyCombination ARROW_UP = new KeyCodeCombination(KeyCode.UP);

    private final DeskModel model;
    private final Looks looks;
    private final DeedList deeds = new DeedList();

    /** Where the keys lead on the screen; set once the window is built. */
    private final Screen screen;

    /** What only the window can do. */
    interface Screen {
        void list();

        void search();

        void write();

        void pane(int by);

        boolean isWriting();

        void copy(String text);

        PaletteModel palette();
    }

    DeskDeeds(DeskModel model, Looks looks, Screen screen) {
        this.model = model;
        this.looks = looks;
        this.screen = screen;
        conversation();
        writing();
        list();
        ViewDeeds.add(deeds, model, screen);
        desk();
        LookDeeds.add(deeds, looks);
    }

    List<Deed> all() {
        return deeds.all();
    }

    private void list() {
        deeds.plain(
                "deed.down",
                Deed.Group.LIST,
                "J  ↓",
                DeedList::always,
                () -> model.inbox().move(1),
                Keys.DOWN,
                ARROW_DOWN);
        deeds.plain(
                "deed.up",
                Deed.Group.LIST,
                "K  ↑",
                DeedList::always,
                () -> model.inbox().move(-1),
                Keys.UP,
                ARROW_UP);
        deeds.plain("deed.open", Deed.Group.LIST, "Enter", this::isOpen, this::enter, Keys.OPEN);
        deeds.everywhere("deed.back", Deed.Group.LIST, "Esc", this::back, Keys.BACK);
        deeds.everywhere("deed.search", Deed.Group.LIST, "/  Ctrl+F", screen::search, Keys.SEARCH);
    }

    private void conversation() {
        deeds.plain(
                "deed.claim",
                Deed.Group.CONVERSATION,
                "C",
                () -> stands() instanceof Standing.Free,
                this::claim,
                Keys.CLAIM);
        deeds.plain(
                "deed.release",
                Deed.Group.CONVERSATION,
                "Shift+C",
                this::isMine,
                model.conversation()::release,
                Keys.RELEASE);
        deeds.plain("deed.resolve", Deed.Group.CONVERSATION, "E", this::isResolvable, model::resolve, Keys.RESOLVE);
        deeds.plain(
                "deed.resolve-next",
                Deed.Group.CONVERSATION,
                "Shift+E",
                this::isResolvable,
                model::resolveAndNext,
                Keys.RESOLVE_NEXT);
        deeds.plain(
                "deed.reopen",
                Deed.Group.CONVERSATION,
                "",
                () -> stands() instanceof Standing.Resolved,
                model.conversation()::reopen);
        deeds.plain("deed.panel", Deed.Group.CONVERSATION, "I", DeedList::always, () -> flip(), Keys.CUSTOMER_PANEL);
    }

    private void writing() {
        deeds.plain("deed.reply", Deed.Group.WRITING, "R", this::isOpen, () -> write(false), Keys.REPLY);
        deeds.plain("deed.note", Deed.Group.WRITING, "N", this::isOpen, () -> write(true), Keys.NOTE);
        deeds.writing("deed.send", Deed.Group.WRITING, "Enter", model.composer()::canSend, this::send);
        deeds.writing(
                "deed.send-next",
                Deed.Group.WRITING,
                "Ctrl+Shift+Enter",
                model.composer()::canSend,
                model::sendResolveAndNext,
                Keys.SEND_RESOLVE_NEXT);
        deeds.writing(
                "deed.emoji",
                Deed.Group.WRITING,
                "Ctrl+E",
                () -> model.composer().boxProperty().get().isWriting(),
                () -> emoji().set(!emoji().get()),
                Keys.EMOJI);
        deeds.writing("deed.undo", Deed.Group.WRITING, "Ctrl+Z", this::canUndo, model.undo()::undo, Keys.UNDO);
    }

    private void desk() {
        deeds.everywhere(
                "deed.palette",
                Deed.Group.DESK,
                "Ctrl+K",
                () -> screen.palette().openProperty().set(true),
                Keys.PALETTE);
        deeds.everywhere(
                "deed.keys",
                Deed.Group.DESK,
                "?  F1",
                () -> screen.palette().sheetProperty().set(true),
                Keys.HELP);
        deeds.plain(
                "deed.connection",
                Deed.Group.DESK,
                "",
                model.connection()::isForMe,
                () -> model.connection().openProperty().set(true));
        deeds.everywhere("deed.next-pane", Deed.Group.DESK, "F6", () -> screen.pane(1), Keys.NEXT_PANE);
        deeds.everywhere("deed.previous-pane", Deed.Group.DESK, "Shift+F6", () -> screen.pane(-1), Keys.PREVIOUS_PANE);
    }

    private Standing stands() {
        return model.conversation().standingProperty().get();
    }

    private boolean isOpen() {
        return model.conversation().id().isPresent();
    }

    private boolean isMine() {
        return stands() instanceof Standing.Mine;
    }

    private boolean isResolvable() {
        return isMine() || stands() instanceof Standing.Free;
    }

    private void enter() {
        if (model.conversation().isTakenByClick()) {
            claim();
        } else {
            screen.write();
        }
    }

    private void claim() {
        model.composer().noteProperty().set(false);
        model.conversation().claim(screen::write);
    }

    private void send() {
        CompletableFuture<Boolean> _ = model.composer().send();
    }

    private void write(boolean isNote) {
        model.composer().noteProperty().set(isNote);
        screen.write();
    }

    private BooleanProperty emoji() {
        return model.composer().emoji().openProperty();
    }

    /** What lies over the text goes first. */
    private void back() {
        if (emoji().get()) {
            screen.write();
            emoji().set(false);
            return;
        }
        model.connection().openProperty().set(false);
        screen.list();
    }

    private void flip() {
        looks.panelProperty().set(!looks.panelProperty().get());
    }

    /** Text that was typed since is undone first, by the field itself. */
    private boolean canUndo() {
        boolean isWritten = screen.isWriting()
                && model.composer().boxProperty().get() != Box.NOTHING
                && !model.composer().textProperty().get().isEmpty();
        return !isWritten && model.undo().offerProperty().get().isPresent();
    }
}
