// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/**
 * What a cell of fixed height shows, in the cell's size whatever it is. A new text in it asks nobody outside for room: JavaFX's list looks
 * up the styles of every node again in a cell that does. Screen's thread only.
 */
final class CellFrame extends Region {
    private final Region inside;

    CellFrame(ListCell<?> cell, Region inside) {
        this.inside = inside;
        inside.setManaged(false);
        getChildren().setAll(inside);
        setMinWidth(0);
        setPrefWidth(0);
        prefHeightProperty()
                .bind(cell.listViewProperty()
                        .flatMap(ListView::fixedCellSizeProperty)
                        .map(Number::doubleValue)
                        .orElse(0.0));
    }

    @Override
    protected void layoutChildren() {
        inside.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
