// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.run.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A window as the system sees it: its icon, where it stood last, and never larger than the screen it opens on (SPEC.md D2). Kept in
 * a small file of its own, since it must be known before the desk's files are open. Screen's thread only.
 */
public final class WindowPlace {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);
    private static final List<Integer> SMALL = List.of(16, 32, 48);
    private static final List<Integer> LARGE = List.of(128, 256);

    /** As a rule after its first picture, which waits for nothing. */
    private static final Duration DRAWN = Duration.millis(150);

    /** Task switchers draw large icons, and are not asked for in the first moments of a window. */
    private static final Duration SETTLED = Duration.seconds(1);

    private static final double FRAME = 40;
    private static final double SEEN = 100;

    private final Path file;

    /** {@code file}: where it is remembered; need not be there yet. */
    public WindowPlace(Path file) {
        this.file = file;
    }

    /** Where a window stands, in pixels. */
    record Place(double x, double y, double width, double height, boolean isMaximized) {
        /** Whether enough of its title can be seen and dragged on one of these screens. */
        boolean isOn(List<Rectangle2D> screens) {
            return screens.stream().anyMatch(screen -> screen.contains(x + SEEN, y + 1));
        }

        String written() {
            return "%.0f %.0f %.0f %.0f %b".formatted(x, y, width, height, isMaximized);
        }

        /** Empty for whatever nobody here has written. */
        static Optional<Place> read(String line) {
            String[] words = line.strip().split(" ");
            try {
                return words.length == 5 ? Optional.of(of(words)) : Optional.empty();
            } catch (NumberFormatException damaged) {
                return Optional.empty();
            }
        }

        private static Place of(String... words) {
            return new Place(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Boolean.parseBoolean(words[4]));
        }
    }

    /** Before it is shown: its last place, and later its icon; from then on where it stands is remembered whenever it is closed. */
    public void take(Stage stage) {
        mark(stage);
        last().filter(place -> place.isOn(Screen.getScreens().stream()
                        .map(Screen::getVisualBounds)
                        .toList()))
                .ifPresent(place -> stand(stage, place));
        stage.setOnHiding(_ -> remember(stage));
    }

    private static void stand(Stage stage, Place place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.isMaximized());
    }

    private Optional<Place> last() {
        try {
            return Files.exists(file) ? Place.read(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("Where the window stood cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void remember(Stage stage) {
        var place = new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        try {
            OwnerOnly.folder(file.toAbsolutePath().resolveSibling(""));
            Files.writeString(file, place.written());
        } catch (IOException full) {
            LOG.warn("Where the window stands cannot be remembered: {}", full.getMessage());
        }
    }

    /** Before it is shown: gives it Baton's icon soon after that, for title bar, task switcher and dock; the large ones, dear to read, a second later. */
    public static void mark(Stage stage) {
        PauseTransition drawn = new PauseTransition(DRAWN);
        drawn.setOnFinished(_ -> stage.getIcons().setAll(icons(SMALL)));
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(_ -> stage.getIcons().addAll(icons(LARGE)));
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, new EventHandler<>() {
            @Override
            public void handle(WindowEvent shown) {
                stage.removeEventHandler(WindowEvent.WINDOW_SHOWN, this);
                drawn.play();
                settled.play();
            }
        });
    }

    private static List<Image> icons(List<Integer> sizes) {
        return sizes.stream().map(WindowPlace::icon).toList();
    }

    /**
     * How large a scene for that stage must be: as the one that is shown, since a stage follows the size of its scene and the system
     * would push it about; else as wanted.
     */
    public static Dimension2D size(Stage stage, double width, double height) {
        return stage.isShowing()
                ? new Dimension2D(stage.getScene().getWidth(), stage.getScene().getHeight())
                : new Dimension2D(width, height);
    }

    /** Shows that scene; a window that opens for the first time is brought into the screen, frame and all. */
    public static void show(Stage stage, Scene scene) {
        double width = stage.getWidth();
        double height = stage.getHeight();
        stage.setScene(scene);
        if (!stage.isShowing() && !Double.isNaN(width)) {
            stage.setWidth(width);
            stage.setHeight(height);
        } else if (!stage.isShowing()) {
            fit(stage);
        }
        stage.show();
    }

    private static void fit(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (stage.getScene().getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
        }
        if (stage.getScene().getHeight() + FRAME > room.getHeight()) {
            stage.setHeight(room.getHeight());
        }
    }

    private static Image icon(int size) {
        String name = "/assets/icon/baton-" + size + ".png";
        try (InputStream bytes = WindowPlace.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("The icon " + name + " is missing");
            }
            return new Image(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the icon " + name, e);
        }
    }
}
