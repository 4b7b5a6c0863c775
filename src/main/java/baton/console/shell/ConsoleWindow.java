// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Seat;
import baton.console.Themes;
import baton.console.conversation.Desk;
import baton.console.help.Deed;
import baton.console.help.PaletteModel;
import baton.domain.Failure;
import baton.sync.View;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** One signed-in desk in one window. Screen's thread only. */
public final class ConsoleWindow {
    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 800;

    private final DeskModel model;
    private final ShellView view;
    private final Looks looks;
    private final PaletteModel palette;
    private final Scene scene;

    /**
     * What the root hands in: {@code browser} opens an address outside, {@code failureKey} names the sentence about a failed message,
     * {@code signOut} ends this desk, {@code annex} lies beside it.
     */
    public record Outside(
            Consumer<URI> browser, Function<Failure, String> failureKey, Runnable signOut, Optional<Annex> annex) {

        /** With nothing beside the desk. */
        public Outside(Consumer<URI> browser, Function<Failure, String> failureKey, Runnable signOut) {
            this(browser, failureKey, signOut, Optional.empty());
        }
    }

    /** Builds the window around a desk that listens from now on; {@link #open} shows it. */
    public ConsoleWindow(Seat seat, Themes themes, Outside outside) {
        this(seat, themes, outside, new Dimension2D(WIDTH, HEIGHT));
    }

    private ConsoleWindow(Seat seat, Themes themes, Outside outside, Dimension2D size) {
        model = new DeskModel(seat);
        looks = new Looks(seat.workspace(), themes, seat.texts());
        OnScreen onScreen = new OnScreen();
        List<Deed> deeds = new ArrayList<>(new DeskDeeds(model, looks, onScreen).all());
        outside.annex().ifPresent(beside -> deeds.addAll(beside.deeds()));
        palette = new PaletteModel(seat.texts(), deeds);
        Desk desk = new Desk(
                seat.texts(),
                seat.times(),
                seat.ticker(),
                seat.emoji(),
                new BubbleDeeds(model, outside.browser()),
                outside.failureKey());
        view = new ShellView(model, looks, desk, palette, outside.signOut());
        outside.annex().ifPresent(this::add);
        looks.recall(seat.screen()); // no sooner: it waits for the first page, which is read meanwhile
        scene = themes.scene(view, size);
        new Shortcuts(model, palette, palette.deeds(), onScreen::copy).over(scene);
        model.listen();
    }

    private void add(Annex beside) {
        view.add(beside);
        model.conversation().rowProperty().subscribe(beside.opened());
    }

    /** Shows a signed-in desk in this stage. */
    public static ConsoleWindow open(Stage stage, Seat seat, Themes themes, Outside outside) {
        double width = outside.annex().isPresent() ? WIDTH + Annex.WIDTH : WIDTH;
        var window = new ConsoleWindow(seat, themes, outside, WindowPlace.size(stage, width, HEIGHT));
        stage.titleProperty().bind(window.model.inbox().countsProperty().map(counts -> {
            int waiting = counts.getOrDefault(View.UNASSIGNED, 0);
            String desk = "Baton · " + seat.workspace().me().value();
            return waiting == 0 ? desk : "(" + waiting + ") " + desk;
        }));
        stage.setMinWidth(560);
        stage.setMinHeight(420);
        WindowPlace.show(stage, window.scene);
        window.list();
        return window;
    }

    /** Makes ready what the first conversation that is opened needs; for when the window has something to see. */
    public void prepare() {
        view.conversation().prepare();
    }

    public Scene scene() {
        return scene;
    }

    public DeskModel model() {
        return model;
    }

    Looks looks() {
        return looks;
    }

    PaletteModel palette() {
        return palette;
    }

    /** Puts the focus on the list. */
    void list() {
        view.list();
    }

    /** The window as the keys see it; asked only once it stands. */
    private final class OnScreen implements DeskDeeds.Screen {
        @Override
        public void list() {
            view.list();
        }

        @Override
        public void search() {
            view.list();
            view.inbox().focusSearch();
        }

        @Override
        public void write() {
            view.write();
        }

        @Override
        public void pane(int by) {
            List<Node> panes = view.panes();
            int now = 0;
            for (int place = 0; place < panes.size(); place++) {
                now = isIn(scene.getFocusOwner(), panes.get(place)) ? place : now;
            }
            focus(panes.get(Math.floorMod(now + by, panes.size())));
        }

        @Override
        public boolean isWriting() {
            return scene.getFocusOwner() instanceof TextInputControl;
        }

        @Override
        public void copy(String text) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }

        @Override
        public PaletteModel palette() {
            return palette;
        }

        private void focus(Node pane) {
            if (pane.equals(view.inbox())) {
                list();
            } else if (pane.equals(view.conversation().composer())) {
                write();
            } else {
                pane.requestFocus();
            }
        }

        private static boolean isIn(@Nullable Node node, Node pane) {
            for (Node each = node; each != null; each = each.getParent()) {
                if (each.equals(pane)) {
                    return true;
                }
            }
            return false;
        }
    }
}
