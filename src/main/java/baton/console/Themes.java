// SPDX-License-Identifier: Apache-2.0
package baton.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * How Baton looks: light or dark, by choice or as the system says, switched live in every scene it dresses. Screen's thread only.
 * Popups take over the style sheets of the window they belong to.
 */
public final class Themes {
    /** What the person chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** Base text in pixels; everything else is a share of it. */
    public static final int BASE_TEXT = 13;

    private static final int SMALLEST_TEXT = 10;
    private static final int LARGEST_TEXT = 22;

    private final Platform.Preferences system;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final IntegerProperty textSize = new SimpleIntegerProperty(BASE_TEXT);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** {@code system}: {@code Platform.getPreferences()}, followed while the choice is {@link Choice#SYSTEM}. */
    public Themes(Platform.Preferences system) {
        this.system = system;
        choice.subscribe(_ -> settle());
        system.colorSchemeProperty().subscribe(_ -> settle());
        dark.subscribe(isDark ->
                Application.setUserAgentStylesheet(sheet(Themes.class, isDark ? "theme-dark.css" : "theme-light.css")));
    }

    /** A scene of that size with its style sheets in place before its contents are, so that styles are worked out once. */
    public Scene scene(Parent contents, Dimension2D size) {
        Scene scene = new Scene(new Group(), size.getWidth(), size.getHeight());
        dress(scene);
        scene.setRoot(contents);
        return scene;
    }

    /** Gives the scene its style sheets and keeps them right from now on. */
    public void dress(Scene scene) {
        dark.subscribe(_ -> redress(scene));
        textSize.subscribe(_ -> redress(scene));
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Base text in pixels, 10 to 22; what lies outside is brought in. */
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    /** Larger (1), smaller (-1) or as delivered (0) text. */
    public void stepText(int direction) {
        int next = direction == 0 ? BASE_TEXT : textSize.get() + direction;
        textSize.set(Math.clamp(next, SMALLEST_TEXT, LARGEST_TEXT));
    }

    /** The system asks for less motion: nothing slides or fades then. */
    public ReadOnlyBooleanProperty reducedMotionProperty() {
        return system.reducedMotionProperty();
    }

    /** The external form of a style sheet that lies beside {@code view}. */
    public static String sheet(Class<?> view, String name) {
        var found = view.getResource(name);
        if (found == null) {
            throw new IllegalStateException("No style sheet " + name + " beside " + view.getName());
        }
        return found.toExternalForm();
    }

    private void settle() {
        dark.set(
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> system.getColorScheme() == ColorScheme.DARK;
                });
    }

    private void redress(Scene scene) {
        String tokens = dark.get() ? "tokens-dark.css" : "tokens-light.css";
        scene.getStylesheets()
                .setAll(
                        sheet(Themes.class, tokens),
                        sheet(Themes.class, "console.css"),
                        sheet(Themes.class, "controlsfx-bridge.css"),
                        sized(Math.clamp(textSize.get(), SMALLEST_TEXT, LARGEST_TEXT)));
    }

    private static String sized(int pixels) {
        byte[] css = (".root { -fx-font-size: " + pixels + "px; }").getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }
}
