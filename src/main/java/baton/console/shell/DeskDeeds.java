// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Keys;
import baton.console.Themes;
import baton.console.conversation.Box;
import baton.console.conversation.Standing;
import baton.console.help.Deed;
import baton.console.help.PaletteModel;
import baton.sync.View;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Everything that can be done at this desk, with its keys (FIELD.md 4.4). */
final class DeskDeeds {
    private static final KeyCombination LARGER = new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LARGER_TOO =
            new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SMALLER = new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ARROW_DOWN = new KeyCodeCombination(KeyCode.DOWN);
    private static final KeyCombination ARROW_UP = new KeyCodeCombination(KeyCode.UP);

    private final DeskModel model;
    private final Looks looks;
    private final List<Deed> deeds = new ArrayList<>();

    /** Where the keys lead on the screen; set once the window is built. */
    private final Screen screen;

    /** What only the window can do. */
    interface Screen {
        void list();

        void search();

        void write();

        void pane(int by);

        boolean isWriting();

        PaletteModel palette();
    }

    DeskDeeds(DeskModel model, Looks looks, Screen screen) {
        this.model = model;
        this.looks = looks;
        this.screen = screen;
        conversation();
        writing();
        list();
        desk();
        looks();
    }

    List<Deed> all() {
        return List.copyOf(deeds);
    }

    private void list() {
        plain(
                "deed.down",
                Deed.Group.LIST,
                "J  ↓",
                DeskDeeds::always,
                () -> model.inbox().move(1),
                Keys.DOWN,
                ARROW_DOWN);
        plain(
                "deed.up",
                Deed.Group.LIST,
                "K  ↑",
                DeskDeeds::always,
                () -> model.inbox().move(-1),
                Keys.UP,
                ARROW_UP);
        plain("deed.open", Deed.Group.LIST, "Enter", this::isOpen, this::enter, Keys.OPEN);
        everywhere("deed.back", Deed.Group.LIST, "Esc", this::back, Keys.BACK);
        everywhere("deed.search", Deed.Group.LIST, "/  Ctrl+F", screen::search, Keys.SEARCH);
        int number = 0;
        for (View view : View.values()) {
            number++;
            everywhere("deed.view." + view, Deed.Group.LIST, "Ctrl+" + number, () -> go(view), Keys.view(number));
        }
    }

    private void conversation() {
        plain(
                "deed.claim",
                Deed.Group.CONVERSATION,
                "C",
                () -> stands() instanceof Standing.Free,
                this::claim,
                Keys.CLAIM);
        plain(
                "deed.release",
                Deed.Group.CONVERSATION,
                "Shift+C",
                this::isMine,
                model.conversation()::release,
                Keys.RELEASE);
        plain("deed.resolve", Deed.Group.CONVERSATION, "E", this::isResolvable, model::resolve, Keys.RESOLVE);
        plain(
                "deed.resolve-next",
                Deed.Group.CONVERSATION,
                "Shift+E",
                this::isResolvable,
                model::resolveAndNext,
                Keys.RESOLVE_NEXT);
        plain(
                "deed.reopen",
                Deed.Group.CONVERSATION,
                "",
                () -> stands() instanceof Standing.Resolved,
                model.conversation()::reopen);
        plain("deed.panel", Deed.Group.CONVERSATION, "I", DeskDeeds::always, () -> flip(), Keys.CUSTOMER_PANEL);
    }

    private void writing() {
        plain("deed.reply", Deed.Group.WRITING, "R", this::isOpen, () -> write(false), Keys.REPLY);
        plain("deed.note", Deed.Group.WRITING, "N", this::isOpen, () -> write(true), Keys.NOTE);
        add("deed.send", Deed.Group.WRITING, "Enter", true, model.composer()::canSend, this::send);
        add(
                "deed.send-next",
                Deed.Group.WRITING,
                "Ctrl+Shift+Enter",
                true,
                model.composer()::canSend,
                model::sendResolveAndNext,
                Keys.SEND_RESOLVE_NEXT);
        add("deed.undo", Deed.Group.WRITING, "Ctrl+Z", true, this::canUndo, model.undo()::undo, Keys.UNDO);
    }

    private void desk() {
        everywhere(
                "deed.palette",
                Deed.Group.DESK,
                "Ctrl+K",
                () -> screen.palette().openProperty().set(true),
                Keys.PALETTE);
        everywhere(
                "deed.keys",
                Deed.Group.DESK,
                "?  F1",
                () -> screen.palette().sheetProperty().set(true),
                Keys.HELP);
        everywhere("deed.next-pane", Deed.Group.DESK, "F6", () -> screen.pane(1), Keys.NEXT_PANE);
        everywhere("deed.previous-pane", Deed.Group.DESK, "Shift+F6", () -> screen.pane(-1), Keys.PREVIOUS_PANE);
    }

    private void looks() {
        everywhere(
                "deed.larger", Deed.Group.DESK, "Ctrl++", () -> looks.themes().stepText(1), LARGER, LARGER_TOO);
        everywhere(
                "deed.smaller", Deed.Group.DESK, "Ctrl+-", () -> looks.themes().stepText(-1), SMALLER);
        everywhere(
                "deed.normal", Deed.Group.DESK, "Ctrl+0", () -> looks.themes().stepText(0), Keys.TEXT_NORMAL);
        everywhere(
                "deed.light",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.LIGHT));
        everywhere(
                "deed.dark",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.DARK));
        everywhere(
                "deed.system",
                Deed.Group.DESK,
                "",
                () -> looks.themes().choiceProperty().set(Themes.Choice.SYSTEM));
        everywhere("deed.language", Deed.Group.DESK, "", looks::otherLanguage);
        everywhere(
                "deed.compact",
                Deed.Group.DESK,
                "",
                () -> looks.compactProperty().set(!looks.compactProperty().get()));
    }

    private void plain(
            String key,
            Deed.Group group,
            String keys,
            BooleanSupplier possible,
            Runnable act,
            KeyCombination... combinations) {
        add(key, group, keys, false, possible, act, combinations);
    }

    private void everywhere(String key, Deed.Group group, String keys, Runnable act, KeyCombination... combinations) {
        add(key, group, keys, true, DeskDeeds::always, act, combinations);
    }

    private void add(
            String key,
            Deed.Group group,
            String keys,
            boolean whileWriting,
            BooleanSupplier possible,
            Runnable act,
            KeyCombination... combinations) {
        deeds.add(new Deed(key, group, keys, List.of(combinations), whileWriting, possible, act));
    }

    private static boolean always() {
        return true;
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

    private void go(View view) {
        model.inbox().viewProperty().set(view);
        screen.list();
    }

    private void back() {
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
