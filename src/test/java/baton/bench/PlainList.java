// SPDX-License-Identifier: Apache-2.0
package baton.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

/** The floor of a list: JavaFX's own with a line of text a row, scrolled or filled alike; nothing changes in it. */
final class PlainList {

    private static final int SECONDS = 6;

    private final ListView<String> list = new ListView<>();
    private final Scene scene = new Scene(list, 1_280, 800);

    private PlainList() {
        list.setFixedCellSize(64);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    /** Scrolls over so many rows, and measures once this process's compilers rest; {@code folder} as in {@link Rest}. */
    static Pulses.Measured scroll(int rows, Path folder) throws IOException, InterruptedException {
        PlainList plain = Window.on(PlainList::new);
        Window.run(() -> plain.list.setItems(lines(rows)));
        Node rolling = Window.on(
                () -> Optional.ofNullable(plain.list.lookup(".virtual-flow")).orElseThrow());
        return new Pulses().scrolling(plain.scene, rolling, SECONDS, folder, _ -> {});
    }

    /** How long it takes to show other lines, so many times; the first in a window that has never shown any. */
    static List<Long> fill(int rows, int times) {
        PlainList plain = Window.on(PlainList::new);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ObservableList<String> next = lines(rows);
            long begun = System.nanoTime();
            Window.run(() -> plain.list.setItems(next));
            took.add(Pulses.laidOut(plain.scene) - begun);
        }
        return took;
    }

    private static ObservableList<String> lines(int rows) {
        return FXCollections.observableArrayList(
                IntStream.range(0, rows).mapToObj(i -> "Row " + i).toList());
    }
}
