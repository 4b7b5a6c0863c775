// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.console.Emoji;
import baton.console.Fx;
import baton.console.Language;
import baton.console.Texts;
import baton.sync.HubAddress;
import baton.sync.Workspace;
import baton.sync.WorkspaceSettings;
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
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * {@code baton rehearse}, for whoever makes the program's image (installer/AppImage.java): everything people start, once and in one process, so
 * that Java's cache knows it. A console goes on over the files of an earlier sign-in, then the demo opens in a window of its own.
 */
final class Rehearsal {

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(8);
    private static final Duration SCENE = Duration.ofSeconds(6);

    private Rehearsal() {}

    static int run() {
        try (TemporaryFolder folder = TemporaryFolder.make("baton-rehearsal");
                Demo demo = new Demo(folder.path().resolve("hub"), 1, InstantSource.system());
                DemoApp window = new DemoApp()) {
            Platform.setImplicitExit(false); // between the two there is no window
            console(demo, folder.path().resolve("desks"));
            try (Workspace desk = demo.desk(Demo.YOU)) {
                closeWindows(SCENE);
                window.show(desk, demo.simulator().url());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void console(Demo demo, Path desks) throws InterruptedException {
        WorkspaceSettings settings =
                WorkspaceSettings.inFolder(HubAddress.of(demo.hubAddress()), Demo.YOU, desks, InstantSource.system());
        try (Workspace signedIn = Workspace.open(settings.with(demo.signIn(Demo.YOU)))) {
            new DemoOpening(signedIn).await(LONGEST_OPENING);
        }
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
        ConsoleStart.Given given = new ConsoleStart.Given(Optional.empty(), Optional.empty(), desks);
        ConsoleApp app = new ConsoleApp(given, stage, texts, new Emoji());
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        app.open(Optional.of(Workspace.open(settings, drawn)), drawn);
        return app;
    }

    private static void closeWindows(Duration after) {
        CompletableFuture.delayedExecutor(after.toSeconds(), TimeUnit.SECONDS, new Fx())
                .execute(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
