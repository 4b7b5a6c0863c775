// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/** The floor of a list: JavaFX's own with a line of text a row, scrolled alike; nothing changes in it. */
final class PlainList {

    private static final int SECONDS = 8;

    private PlainList() {}

    static Durations scroll(int rows) throws InterruptedException {
        Pulses pulses = new Pulses();
        Scene scene = Window.on(() -> {
            ObservableList<String> lines = FXCollections.observableArrayList(
                    IntStream.range(0, rows).mapToObj(i -> "Row " + i).toList());
            ListView<String> list = new ListView<>(lines);
            list.setFixedCellSize(64);
            Scene made = new Scene(list, 1_280, 800);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            return made;
        });
        return Pulses.scrolling(scene, pulses, SECONDS);
    }
}
