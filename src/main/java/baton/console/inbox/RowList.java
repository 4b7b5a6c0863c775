// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.PixelBar;
import baton.domain.ConversationId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the inbox with their scroll bar, and something else where there are none. Arrows, pages and ends choose another row. Screen's
 * thread only.
 */
final class RowList extends Region {
    private final InboxModel model;
    private final RowSheet sheet;
    private final PixelBar bar;
    private final Node nothing;

    /** {@code nothing}: stands where there are no rows. */
    RowList(InboxModel model, Supplier<InboxCell> cells, Node nothing) {
        this.model = model;
        this.nothing = nothing;
        this.sheet = new RowSheet(model, cells, this::showPlace);
        this.bar = new PixelBar(sheet::scrollTo);
        getStyleClass().add("rows");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        getChildren().setAll(sheet, nothing, bar);
        model.rows().addListener((ListChangeListener<InboxRow>) _ -> changed());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(isFocused -> cells().forEach(cell -> cell.setKeys(isFocused)));
        changed();
    }

    /** In pixels, the same for every row. */
    void setRowHeight(double height) {
        sheet.setRowHeight(height);
    }

    /** All there are, in view or kept for later. */
    Stream<InboxCell> cells() {
        return sheet.cells();
    }

    /** Marks the chosen row and brings it into view, moving as little as can be. */
    void showChosen() {
        sheet.reveal(model.place());
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    void toTop() {
        sheet.scrollTo(0);
    }

    private void changed() {
        nothing.setVisible(model.rows().isEmpty());
        sheet.rowsChanged();
    }

    private void scroll(ScrollEvent event) {
        sheet.scrollBy(-event.getDeltaY());
        event.consume();
    }

    private void showPlace(RowSheet.Place place) {
        bar.show(place.top(), place.whole(), place.view(), place.row());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int all = model.rows().size();
        int by = switch (event.getCode()) {
            case UP, KP_UP -> -1;
            case DOWN, KP_DOWN -> 1;
            case PAGE_UP -> -sheet.rowsInView();
            case PAGE_DOWN -> sheet.rowsInView();
            case HOME -> -all;
            case END -> all;
            default -> 0;
        };
        if (by != 0) {
            model.move(by);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        sheet.requestLayout();
        nothing.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.stand(getWidth(), getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> model.rows().size();
            case ITEM_AT_INDEX -> sheet.cell((Integer) parameters[0]).orElse(null);
            case FOCUS_ITEM -> chosen().<Object>map(cell -> cell).orElse(this);
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Optional<InboxCell> chosen() {
        return sheet.cell(model.place());
    }

    /** The row under a node of it. */
    static Optional<ConversationId> at(Node target) {
        for (Node node = target; node != null; node = node.getParent()) {
            if (node instanceof InboxCell cell) {
                return cell.row().map(InboxRow::id);
            }
        }
        return Optional.empty();
    }
}
