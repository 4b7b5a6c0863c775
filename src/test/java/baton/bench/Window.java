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
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

/**
 * The main window in a process of its own: {@code Window HUB FOLDER}. Prints the number of rows; then how many seconds it has scrolled
 * until its compilers rested; then, after {@link #SECONDS} more, the number of pulses, p50 and p99 of the work in one, p99 of that on a
 * processor, the heap, and the same three of a plain list; then the first and the p95 of opening the longest conversation, and the same
 * two of a plain list, all in milliseconds and megabytes.
 */
final class Window {

    static final int SECONDS = 15;
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
        try {
            measure(words[0], Path.of(words[1]));
            System.exit(0);
        } catch (Exception broken) {
            broken.printStackTrace();
            System.exit(1); // threads that still run would keep whoever waits for a line from hearing of the end
        }
    }

    private static void measure(String hub, Path folder) throws Exception {
        try (Workspace desk = Desks.open(hub, 1, Optional.of(folder)).getFirst()) {
            Window probe = on(() -> {
                Fonts.load();
                return new Window(desk);
            });
            Waiting.until(() -> desk.counts()
                    .get(View.UNASSIGNED)
                    .equals(on(() -> probe.window.model().inbox().rows().size())));
            // As the console does once it has something to show.
            Platform.runLater(probe.window::prepare);
            System.out.println(desk.counts().get(View.UNASSIGNED));
            System.out.println(probe.scroll(folder.resolve("..")));
            System.out.println(probe.open());
        }
    }

    private String scroll(Path folder) throws IOException, InterruptedException {
        Pulses.Measured own =
                pulses.scrolling(window.scene(), list("#inbox-list"), SECONDS, folder, System.out::println);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        Pulses.Measured floor = PlainList.scroll(desk.counts().get(View.ALL), folder);
        return String.format(
                Locale.ROOT,
                "%d %.3f %.3f %.3f %.1f %.3f %.3f %.3f",
                own.clock().count(),
                own.clock().percentile(50),
                own.clock().percentile(99),
                own.processor().percentile(99),
                heap,
                floor.clock().percentile(50),
                floor.clock().percentile(99),
                floor.processor().percentile(99));
    }

    private String open() {
        ConversationId longest = LargeInbox.longest(desk);
        ConversationId other = desk.rows(View.ALL).stream()
                .map(ConversationRow::id)
                .filter(id -> !id.equals(longest))
                .findFirst()
                .orElseThrow();
        List<Long> took = new ArrayList<>();
        for (int i = 0; i <= OPENINGS; i++) {
            took.add(open(longest));
            open(other);
        }
        List<Long> floor = PlainList.fill(LargeInbox.LONG, OPENINGS + 1);
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f %.3f",
                took.getFirst() / 1e6,
                Durations.ofNanos(took.subList(1, took.size())).percentile(95),
                floor.getFirst() / 1e6,
                Durations.ofNanos(floor.subList(1, floor.size())).percentile(95));
    }

    /** From the click to the end of the layout that shows it. */
    private long open(ConversationId id) {
        long begun = System.nanoTime();
        Platform.runLater(() -> window.model().click(id));
        Waiting.until(() -> on(() -> window.model().transcript().shownProperty().get())
                .filter(shown -> shown.conversation().equals(id))
                .isPresent());
        return Pulses.laidOut(window.scene()) - begun;
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

    private Node list(String selector) {
        return on(() -> Optional.ofNullable(window.scene().lookup(selector)).orElseThrow());
    }
}
