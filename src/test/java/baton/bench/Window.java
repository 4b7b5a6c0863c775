// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import baton.console.Emoji;
import baton.console.Fonts;
import baton.console.Fx;
import baton.console.Language;
import baton.console.Seat;
import baton.console.Texts;
import baton.console.Themes;
import baton.console.Ticker;
import baton.console.Times;
import baton.console.shell.ConsoleWindow;
import baton.domain.ConversationId;
import baton.sync.ConversationRow;
import baton.sync.View;
import baton.sync.Workspace;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The main window in a process of its own: {@code Window HUB FOLDER}. Prints the number of rows; then, after it has scrolled for
 * {@link #SECONDS}, number, p50 and p99 of the work in a pulse and the heap, and the same two of a plain list; then the first and
 * the p95 of opening the longest conversation, all in milliseconds and megabytes.
 */
final class Window {

    static final int SECONDS = 20;
    private static final int OPENINGS = 20;

    private final Workspace desk;
    private final ConsoleWindow window;
    private final Stage stage;
    private final Pulses pulses;

    private Window(Workspace desk) {
        this.desk = desk;
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        this.pulses = new Pulses();
        Fx screen = new Fx(task -> Platform.runLater(() -> pulses.work(task)));
        Texts texts = new Texts(Language.ENGLISH, Locale.US);
        Ticker ticker = new Ticker(desk::now, screen, Throwable::printStackTrace).start();
        Seat seat = new Seat(
                desk, screen, background, ticker, texts, new Times(texts, ZoneId.systemDefault()), new Emoji());
        this.stage = new Stage();
        this.window = ConsoleWindow.open(
                stage,
                seat,
                new Themes(Platform.getPreferences()),
                new ConsoleWindow.Outside(_ -> {}, _ -> "error.unknown", () -> {}));
    }

    public static void main(String[] words) throws Exception {
        Platform.startup(() -> {});
        try (Workspace desk =
                Desks.open(words[0], 1, Optional.of(Path.of(words[1]))).getFirst()) {
            Window probe = on(() -> {
                Fonts.load();
                return new Window(desk);
            });
            Waiting.until(() -> on(() -> probe.window.model().inbox().rows().size())
                    .equals(desk.counts().get(View.UNASSIGNED)));
            System.out.println(desk.counts().get(View.UNASSIGNED));
            System.out.println(probe.scroll());
            System.out.println(probe.open());
        } finally {
            Platform.exit();
        }
    }

    private String scroll() throws InterruptedException {
        Durations own = Pulses.scrolling(window.scene(), pulses, SECONDS);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        Durations floor = PlainList.scroll(desk.counts().get(View.ALL));
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %.1f %.3f %.3f",
                own.count(),
                own.percentile(50),
                own.percentile(99),
                heap,
                floor.percentile(50),
                floor.percentile(99));
    }

    private String open() {
        List<ConversationId> rows = desk.rows(View.ALL).stream()
                .sorted(Comparator.comparingLong((ConversationRow row) ->
                                row.conversation().traffic().unread())
                        .reversed())
                .limit(2)
                .map(ConversationRow::id)
                .toList();
        List<Long> took = new ArrayList<>();
        for (int i = 0; i <= OPENINGS; i++) {
            took.add(open(rows.getFirst()));
            open(rows.getLast());
        }
        double first = took.getFirst() / 1e6;
        return String.format(
                Locale.ROOT,
                "%.3f %.3f",
                first,
                Durations.ofNanos(took.subList(1, took.size())).percentile(95));
    }

    /** From the click to the end of the layout that shows it. */
    private long open(ConversationId id) {
        long begun = System.nanoTime();
        Platform.runLater(() -> window.model().click(id));
        Waiting.until(() -> on(() -> window.model().transcript().shownProperty().get())
                .filter(shown -> shown.conversation().equals(id))
                .isPresent());
        CompletableFuture<Long> laidOut = new CompletableFuture<>();
        Platform.runLater(() -> afterLayout(window.scene(), laidOut));
        return laidOut.join() - begun;
    }

    private static void afterLayout(Scene scene, CompletableFuture<Long> laidOut) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                laidOut.complete(System.nanoTime());
            }
        });
        Platform.requestNextPulse();
    }

    static <T> T on(java.util.concurrent.Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer.join();
    }

    static void run(Runnable task) {
        on(() -> {
            task.run();
            return true;
        });
    }

    /** The list in the window; asked on the screen's thread. */
    static Node flow(Scene scene) {
        return Optional.ofNullable(scene.lookup(".virtual-flow")).orElseThrow();
    }
}
