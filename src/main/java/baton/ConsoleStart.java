// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.Fonts;
import baton.console.Fx;
import baton.console.Language;
import baton.console.Texts;
import baton.console.Times;
import baton.sync.KnownDesk;
import baton.sync.KnownDesks;
import baton.sync.SilentKeyRing;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;

/** From the command line to the first window: the desk used last opens while JavaFX starts, so that neither waits for the other. */
final class ConsoleStart {
    /**
     * JavaFX works on a class path and complains of it there. In a field, since Java forgets loggers that nobody holds; in a class of its own, since an
     * image, where JavaFX is a module, would open all its jars for Java's logging.
     */
    private static final class OnClassPath {
        private static final Logger START = Logger.getLogger("javafx");
    }

    /** What the command line says. {@code data}: where desks keep their files. */
    record Given(Optional<String> hub, Optional<String> user, Path data) {}

    private final Given given;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Texts texts = new Texts(Language.of(Locale.getDefault()), Locale.getDefault());
    private final CompletableFuture<Void> drawn = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ConsoleStart(Given given) {
        this.given = given;
    }

    /** Stays until the window is closed. 2 when there is no screen to open it on. */
    static int run(Given given) {
        return new ConsoleStart(given).run();
    }

    /** The same; {@code whenDrawn} once the desk that was used last is drawn, on the screen's thread. */
    static int run(Given given, Runnable whenDrawn) {
        ConsoleStart start = new ConsoleStart(given);
        var _ = start.drawn.thenRun(whenDrawn);
        return start.run();
    }

    private int run() {
        if (!Platform.class.getModule().isNamed()) {
            OnClassPath.START.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
        }
        CompletableFuture<Optional<Workspace>> last = CompletableFuture.supplyAsync(this::lastDesk, background);
        Future<?> words = background.submit(this::readWords);
        try {
            Platform.startup(() -> {});
        } catch (UnsupportedOperationException noScreen) {
            System.err.println("baton console: there is no screen to open a window on (" + noScreen.getMessage() + ")");
            close(last);
            return 2;
        }
        try {
            Future<?> fonts = background.submit(Fonts::load);
            FutureTask<ConsoleApp> opening = new FutureTask<>(() -> open(List.of(words, fonts), last));
            new Fx().execute(opening);
            stay(opening.get());
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException | RuntimeException broken) {
            // Asked for here, so that logging is set up beside the screen's start and not before it.
            LoggerFactory.getLogger(ConsoleStart.class).error("The console could not open", broken);
            close(last);
            return 1;
        } finally {
            Platform.exit();
        }
    }

    private void stay(ConsoleApp opened) throws InterruptedException {
        try (ConsoleApp app = opened) {
            // When the session of the computer ends, nobody asks the window.
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "goodbye"));
            closed.await();
        }
    }

    private static void close(CompletableFuture<Optional<Workspace>> last) {
        last.exceptionally(_ -> Optional.empty()).join().ifPresent(Workspace::close);
    }

    /** Nobody is asked who remembered the sign-in, unless the command line names a hub. */
    private Optional<Workspace> lastDesk() {
        return KnownDesks.last(given.data())
                .filter(_ -> given.hub().isEmpty())
                .map(known -> Workspace.open(settings(known).with(texts.locale()), drawn));
    }

    private WorkspaceSettings settings(KnownDesk known) {
        return WorkspaceSettings.inFolder(known.hub(), known.person(), given.data(), InstantSource.system());
    }

    /** What any window needs, sentences and how times are written. */
    private void readWords() {
        texts.say("status.clock", new Times(texts, ZoneId.systemDefault()).clock(Instant.now()));
    }

    /** Sets up first what a window needs whatever it shows, while {@code parts} and the desk are read; no sentence is asked for before they are. */
    private ConsoleApp open(List<Future<?>> parts, CompletableFuture<Optional<Workspace>> last)
            throws InterruptedException, ExecutionException {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.countDown());
        ConsoleApp app = new ConsoleApp(given, stage, texts);
        for (Future<?> part : parts) {
            part.get();
        }
        open(app, last);
        return app;
    }

    /** A desk whose key ring is silent is said in the window. */
    private void open(ConsoleApp app, CompletableFuture<Optional<Workspace>> last) {
        try {
            app.open(last.join(), drawn);
        } catch (CompletionException broken) {
            if (!(broken.getCause() instanceof SilentKeyRing silent)) {
                throw broken;
            }
            LoggerFactory.getLogger(ConsoleStart.class).warn("The desk cannot be opened", silent);
            app.openLocked(() -> lastDesk().orElseThrow(), drawn);
        }
    }
}
