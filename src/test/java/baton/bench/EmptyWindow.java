// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The floor of a start: an empty JavaFX window that says when its second pulse came. Ends by itself when its output is closed. */
public final class EmptyWindow {

    private EmptyWindow() {}

    public static void main(String[] words) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 1_280, 800));
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    pulses++;
                    if (pulses == 2) {
                        System.out.println("shown");
                        Platform.exit();
                    }
                }
            }.start();
        });
    }
}
