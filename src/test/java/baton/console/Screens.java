// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;

/**
 * Draws screens without a screen: a scene of any size, in any look, to {@code target/screens/NAME-theme-lang.png}. Also the way of
 * tests onto JavaFX's thread, and their ear for what its style sheets complain about.
 */
public final class Screens {
    private static final Path FOLDER = Path.of("target", "screens");
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private Screens() {}

    /** Theme and language of a picture. */
    public record Look(Themes.Choice theme, Language language) {
        public static List<Look> all() {
            return List.of(
                    new Look(Themes.Choice.LIGHT, Language.ENGLISH),
                    new Look(Themes.Choice.DARK, Language.ENGLISH),
                    new Look(Themes.Choice.LIGHT, Language.KOREAN),
                    new Look(Themes.Choice.DARK, Language.KOREAN));
        }

        String suffix() {
            return theme.name().toLowerCase(Locale.ROOT) + "-" + language.code();
        }
    }

    /** Starts JavaFX once for all tests, with Baton's fonts. */
    public static void start() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("JavaFX did not start", e);
        }
        Platform.setImplicitExit(false);
        on(() -> {
            Fonts.load();
            return true;
        });
    }

    /** Runs on JavaFX's thread and waits for the answer, at most 30 s. */
    public static <T> T on(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            return answer(question);
        }
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public static void run(Runnable task) {
        on(() -> {
            task.run();
            return true;
        });
    }

    /** A themed scene of that size around the root. */
    public static Scene scene(Parent root, Look look, double width, double height) {
        var themes = new Themes(Platform.getPreferences());
        themes.choiceProperty().set(look.theme());
        var scene = new Scene(root, width, height);
        themes.dress(scene);
        return scene;
    }

    /** Draws the scene as it stands after two rounds of layout; gives the picture back for pixel checks. */
    public static WritableImage draw(Scene scene, String name, Look look) {
        return on(() -> {
            settle(scene);
            WritableImage picture = scene.snapshot(null);
            write(picture, FOLDER.resolve(name + "-" + look.suffix() + ".png"));
            return picture;
        });
    }

    /** The same on a large screen, to {@code NAME-large}: larger than the headless platform's windows can be. */
    public static WritableImage drawLarge(Scene scene, String name, Look look) {
        return draw(scene, name + "-large", look, 1920, 1080);
    }

    /** Draws the scene as if its window had that size, and gives it its own back. */
    public static WritableImage draw(Scene scene, String name, Look look, double width, double height) {
        return on(() -> {
            scene.getRoot().resize(width, height);
            settle(scene);
            WritableImage picture = scene.getRoot().snapshot(null, null);
            write(picture, FOLDER.resolve(name + "-" + look.suffix() + ".png"));
            scene.getRoot().resize(scene.getWidth(), scene.getHeight());
            settle(scene);
            return picture;
        });
    }

    /** Styles and lays out as two pulses would. */
    public static void settle(Scene scene) {
        for (int pulse = 0; pulse < 2; pulse++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** The wheel turned by so many pixels: up where positive. */
    public static ScrollEvent wheel(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** What style sheets complained about while {@code task} ran. */
    public static List<String> cssComplaints(Runnable task) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        var ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                heard.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        CSS.addHandler(ear);
        try {
            task.run();
        } finally {
            CSS.removeHandler(ear);
        }
        return List.copyOf(heard);
    }

    private static <T> T answer(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(WritableImage picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] colours = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels.setRGB(0, 0, width, height, colours, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(pixels, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
