// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.Hint;
import baton.console.Icons;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Themes;
import baton.domain.ConversationId;
import baton.sync.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The list column: view picker with counts, search, order, and rows of a fixed height. */
public final class InboxView extends VBox {
    private static final double COMFORTABLE = 64;
    private static final double COMPACT = 44;
    private static final Duration AIMING = Duration.millis(900);

    private final Seat seat;
    private final InboxModel model;
    private final ReadOnlyBooleanProperty compact;
    private final RowList list;
    private final MenuButton picker = new MenuButton();
    private final Map<View, MenuItem> choices = new EnumMap<>(View.class);
    private final TextField search = new TextField();
    private final ToggleButton order = new ToggleButton("", Icons.SORT.icon());
    private final Emptiness emptiness;
    private final PauseTransition aiming = new PauseTransition(AIMING);
    private Optional<ConversationId> pressed = Optional.empty();

    /** {@code clicked}: hears of a click on a row, which may take it; walking by key only chooses. */
    public InboxView(Seat seat, InboxModel model, ReadOnlyBooleanProperty compact, Consumer<ConversationId> clicked) {
        this.seat = seat;
        this.model = model;
        this.compact = compact;
        this.emptiness = new Emptiness(seat, model);
        this.list = new RowList(model, this::cell, emptiness);
        getStyleClass().add("inbox");
        getStylesheets().add(Themes.sheet(InboxView.class, "inbox.css"));
        buildList(clicked);
        getChildren().setAll(head(), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        Subscriptions.whileShowing(this, this::follow);
    }

    public void focusList() {
        list.requestFocus();
    }

    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox head() {
        picker.setId("view-picker");
        picker.getStyleClass().addAll("flat", "view-picker");
        picker.setMinWidth(Region.USE_PREF_SIZE);
        picker.fontProperty().subscribe(_ -> dense(compact.get()));
        List.of(View.values()).forEach(view -> choices.put(view, choice(view)));
        picker.getItems().setAll(choices.values());
        order.setId("inbox-order");
        order.getStyleClass().addAll("flat", "button-icon");
        order.setSelected(model.orderProperty().get() == Order.WAITING);
        order.selectedProperty()
                .subscribe(isWaiting -> model.orderProperty().set(isWaiting ? Order.WAITING : Order.NEWEST));
        order.accessibleTextProperty().bind(seat.texts().live("inbox.order"));
        Hint.over(order);
        search.setId("inbox-search");
        search.getStyleClass().add("search");
        search.promptTextProperty().bind(seat.texts().live("inbox.search"));
        search.accessibleTextProperty().bind(seat.texts().live("inbox.search"));
        search.textProperty().bindBidirectional(model.soughtProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(picker, search, order);
        head.getStyleClass().add("head");
        return head;
    }

    private void buildList(Consumer<ConversationId> clicked) {
        list.setId("inbox-list");
        list.accessibleTextProperty().bind(seat.texts().live("inbox.list"));
        aim();
        model.viewProperty().subscribe((_, _) -> list.toTop());
        model.orderProperty().subscribe((_, _) -> list.toTop());
        model.soughtProperty().subscribe((_, _) -> list.toTop());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = press(event));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            pressed.filter(_ -> event.isStillSincePress()).ifPresent(clicked);
            pressed = Optional.empty();
            rest();
        });
    }

    /** From the pointer's last movement over the rows until a click, or until it rests. */
    private void aim() {
        aiming.setOnFinished(_ -> model.hold(false));
        list.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> {
            model.hold(true);
            aiming.playFromStart();
        });
        list.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> rest());
    }

    private void rest() {
        aiming.stop();
        model.hold(false);
    }

    private InboxCell cell() {
        InboxCell cell = new InboxCell(seat);
        cell.setCompact(compact.get());
        cell.setKeys(list.isFocused());
        return cell;
    }

    /**
     * The row under a press of the first button; none moves until it is let go. JavaFX's own click would go to nobody if the row moved in
     * between, as it may on a busy floor.
     */
    private Optional<ConversationId> press(MouseEvent event) {
        aiming.stop();
        model.hold(true);
        boolean isLeft = event.getButton() == MouseButton.PRIMARY;
        boolean isRight = event.getButton() == MouseButton.SECONDARY;
        Optional<ConversationId> row = RowList.at(event.getPickResult().getIntersectedNode());
        list.requestFocus();
        row.filter(_ -> isLeft || isRight).ifPresent(model::choose);
        return row.filter(_ -> isLeft);
    }

    private Subscription follow() {
        return seat.ticker()
                .nowProperty()
                .subscribe(now -> list.cells().forEach(cell -> cell.tick(now)))
                .and(model.chosenProperty().subscribe(_ -> list.showChosen()))
                .and(model.viewProperty().subscribe(_ -> describe()))
                .and(model.countsProperty().subscribe(_ -> describe()))
                .and(model.loadingProperty().subscribe(_ -> describe()))
                .and(model.soughtProperty().subscribe(_ -> emptiness.draw()))
                .and(seat.texts().languageProperty().subscribe(_ -> speak()))
                .and(compact.subscribe(this::dense));
    }

    /** Rows grow with the text. */
    private void dense(boolean isCompact) {
        double share = picker.getFont().getSize() / Themes.BASE_TEXT;
        list.setRowHeight(Math.rint((isCompact ? COMPACT : COMFORTABLE) * Math.max(1, share)));
        list.cells().forEach(cell -> cell.setCompact(isCompact));
    }

    private void speak() {
        describe();
        list.cells().forEach(InboxCell::redraw);
    }

    private void describe() {
        View now = model.viewProperty().get();
        picker.setText(words(now));
        choices.forEach((view, item) -> item.setText(words(view)));
        picker.setAccessibleText(seat.texts().say("inbox.picker", words(now)));
        emptiness.draw();
    }

    private MenuItem choice(View view) {
        MenuItem item = new MenuItem();
        item.setId("view-" + view);
        item.setOnAction(_ -> model.viewProperty().set(view));
        item.setAccelerator(baton.console.Keys.view(List.of(View.values()).indexOf(view) + 1));
        return item;
    }

    private String words(View view) {
        int count = model.countsProperty().get().getOrDefault(view, 0);
        return seat.texts().say("view." + view) + "  " + seat.times().number(count);
    }
}
