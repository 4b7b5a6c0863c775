// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Emoji;
import baton.console.Fx;
import baton.console.Screens;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.Ticker;
import baton.console.Times;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;

/** One desk over a {@link PretendHub}, and the hands to work it with. */
final class Walk {
    final PretendHub hub;
    final Seat seat;
    final Themes themes;
    final ConsoleWindow window;

    /** {@code screen}: where changes hop to. */
    private Walk(PretendHub hub, Screens.Look look, Executor screen) {
        this.hub = hub;
        Texts texts = new Texts(look.language(), Locale.US);
        this.seat = new Seat(
                hub,
                screen,
                Runnable::run,
                new Ticker(hub::now, screen, broken -> {
                    throw broken;
                }),
                texts,
                new Times(texts, ZoneId.of("Asia/Seoul")),
                new Emoji());
        this.themes = new Themes(Platform.getPreferences());
        themes.choiceProperty().set(look.theme());
        this.window =
                new ConsoleWindow(seat, themes, new ConsoleWindow.Outside(_ -> {}, _ -> "error.unknown", () -> {}));
    }

    static Walk begin(PretendHub hub, Screens.Look look) {
        return on(() -> new Walk(hub, look, new Fx()));
    }

    /** In a window at the corner of the screen, the list in focus. {@link #close} closes it. */
    static Walk inWindow(PretendHub hub) {
        Walk walk = begin(hub, Screens.Look.all().getFirst());
        Screens.run(walk::show);
        return walk;
    }

    private void show() {
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(window.scene());
        stage.show();
        stage.requestFocus();
        window.list();
    }

    void close() {
        Screens.run(() -> window.scene().getWindow().hide());
    }

    /** Changes are shown at once: for pictures made in one go on the screen's thread. */
    static Walk still(PretendHub hub, Screens.Look look) {
        return on(() -> new Walk(hub, look, Runnable::run));
    }

    /** As if the window had that size. */
    void size(double width, double height) {
        Screens.run(() -> {
            window.scene().getRoot().resize(width, height);
            Screens.settle(window.scene());
        });
    }

    void pass(Duration length) {
        hub.wait(length);
        Screens.run(() -> seat.ticker().tick());
    }

    private static <T> T on(Callable<T> question) {
        return Screens.on(question);
    }
}
