// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** A window as the system sees it: its icon, and never larger than the screen it opens on. Screen's thread only. */
public final class WindowPlace {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 128, 256);
    private static final double FRAME = 40;

    private WindowPlace() {}

    /** Gives the window Baton's icon, for title bar, task switcher and dock. */
    public static void mark(Stage stage) {
        stage.getIcons().setAll(SIZES.stream().map(WindowPlace::icon).toList());
    }

    /** Before it is shown: a scene too large for the screen is brought in, frame and all. */
    static void fit(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (stage.getScene().getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
        }
        if (stage.getScene().getHeight() + FRAME > room.getHeight()) {
            stage.setHeight(room.getHeight());
        }
    }

    private static Image icon(int size) {
        String file = "/assets/icon/baton-" + size + ".png";
        try (InputStream bytes = WindowPlace.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The icon " + file + " is missing");
            }
            return new Image(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the icon " + file, e);
        }
    }
}
