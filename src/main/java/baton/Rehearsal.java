// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.Fx;
import baton.console.Language;
import baton.console.Texts;
import baton.domain.PersonId;
import baton.sync.HubAddress;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * For whoever makes the program's image (installer/AppImage.java): what people start, once, so that Java's caches know it. {@code baton rehearse} has
 * everything in one process: a console goes on over the files of an earlier sign-in, then the demo opens in a window of its own.
 * {@code baton rehearse FOLDER} is the console alone, on those files.
 */
final class Rehearsal {

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(8);
    private static final Duration SCENE = Duration.ofSeconds(6);
    private static final Duration FIRST_KEY = Duration.ofSeconds(2);
    private static final Duration SECOND_KEY = Duration.ofSeconds(3);
    private static final Duration MORNING = Duration.ofSeconds(5);

    /** Sees more of a console than others. */
    private static final PersonId ADMIN = new PersonId("admin");

    /** Before the folder of the console's files, on standard output. */
    private static final String AT = "rehearsing at ";

    private Rehearsal() {}

    static int run(String... words) {
        return words.length == 0 ? whole() : console(Path.of(words[0]));
    }

    /** As it is used in the first seconds of a morning: the first conversation is opened and taken. */
    private static int console(Path desks) {
        return ConsoleStart.run(given(desks), () -> {
            press(KeyCode.J, FIRST_KEY);
            press(KeyCode.C, SECOND_KEY);
            closeWindows(MORNING);
        });
    }

    /** As from the command line. */
    private static ConsoleStart.Given given(Path desks) {
        return ConsoleCommand.read(List.of("--data", desks.toString())).orElseThrow();
    }

    private static void press(KeyCode key, Duration after) {
        later(
                after,
                window -> Event.fireEvent(
                        window.getScene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    private static void closeWindows(Duration after) {
        later(after, Window::hide);
    }

    private static void later(Duration after, Consumer<Window> what) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, new Fx())
                .execute(() -> List.copyOf(Window.getWindows()).forEach(what));
    }

    /** Says where the console's files are and waits for a line (installer/AppImage.java) before it goes on. */
    private static int whole() {
        try (TemporaryFolder folder = TemporaryFolder.make("baton-rehearsal");
                Demo demo = new Demo(folder.path().resolve("hub"), 1, InstantSource.system());
                DemoApp window = new DemoApp()) {
            Platform.setImplicitExit(false); // between the two there is no window
            Path desks = folder.path().resolve("desks");
            WorkspaceSettings settings =
                    WorkspaceSettings.inFolder(HubAddress.of(demo.hubAddress()), ADMIN, desks, InstantSource.system());
            signIn(demo, settings);
            System.out.println(AT + desks);
            System.in.read();
            console(settings, desks);
            try (Workspace desk = demo.desk(Demo.YOU)) {
                closeWindows(SCENE);
                window.show(desk, demo.simulator().url());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("Whoever asked for this rehearsal is gone", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void signIn(Demo demo, WorkspaceSettings settings) throws InterruptedException {
        try (Workspace signedIn = Workspace.open(settings.with(demo.signIn(ADMIN)))) {
            new DemoOpening(signedIn).await(LONGEST_OPENING);
        }
    }

    private static void console(WorkspaceSettings settings, Path desks) throws InterruptedException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        FutureTask<ConsoleApp> opening = new FutureTask<>(() -> open(settings, desks, closed));
        new Fx().execute(opening);
        try (ConsoleApp _ = opening.get()) {
            closeWindows(SCENE);
            closed.join();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The console could not open", broken.getCause());
        }
    }

    private static ConsoleApp open(WorkspaceSettings settings, Path desks, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        stage.setOnHidden(_ -> closed.complete(null));
        Texts texts = new Texts(Language.of(Locale.getDefault()), Locale.getDefault());
        ConsoleApp app = new ConsoleApp(given(desks), stage, texts);
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        app.open(Optional.of(Workspace.open(settings, drawn)), drawn);
        return app;
    }
}
