// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Subscriptions;
import baton.domain.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/**
 * The conversation as a list of bubbles that never jumps: one entry in view keeps its place whatever changes around it, and only at
 * the very bottom does the view follow what comes. Builds what is in view only. Screen's thread only.
 */
public final class BubbleFlow extends Region {
    private static final double BAR = 10;
    private static final int EARLY = 12;
    private static final Duration FLASH = Duration.ofMillis(1200);

    private final Desk desk;
    private final Arrangement arrangement = new Arrangement();
    private final Heights heights = new Heights();
    private final Selection selection = new Selection();
    private final Pane sheet = new Sheet();
    private final Cells cells;
    private final MarkedRows marked = new MarkedRows();
    private final ScrollBar bar = new ScrollBar();
    private final Button pill;
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper atBottom = new ReadOnlyBooleanWrapper(true);
    private List<BubbleRow> rows = List.of();
    private Optional<MessageId> firstUnread = Optional.empty();
    private Optional<MessageId> askedAt = Optional.empty();
    private Runnable older = () -> {};
    private boolean isArranging;

    public BubbleFlow(Desk desk) {
        this.desk = desk;
        this.cells = new Cells(desk, selection, sheet, source -> jumpTo(source.id()));
        this.pill = new Button("", Icons.DOWN.icon(Icons.CONTROL));
        build();
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollBy(-event.getDeltaY());
            event.consume();
        });
        addEventHandler(Growing.GROWING, this::hold);
        new FlowKeys(this, marked, selection, desk).listen();
        Subscriptions.whileShowing(this, this::follow);
    }

    /** Another conversation: opens where unread begins, or else at the bottom. */
    public void open(List<BubbleRow> next, Optional<MessageId> unread) {
        cells.clear();
        selection.clear();
        marked.clear();
        askedAt = Optional.empty();
        firstUnread = unread;
        rows = List.copyOf(next);
        arrangement.open(Entry.of(rows, unread, desk.times()));
        heights.entries(arrangement.entries());
        int line = arrangement.place(new Entry.Unread().key());
        if (line >= 0) {
            arrangement.pin(line, Arrangement.EDGE);
        }
        newBelow.set(0);
        requestLayout();
    }

    /** The same conversation a moment later; oldest row first. The view stays where it is, or at the bottom if it was there. */
    public void update(List<BubbleRow> next) {
        int added = arrangement.isFollowing() ? 0 : Appended.count(rows, next);
        rows = List.copyOf(next);
        arrangement.update(Entry.of(rows, firstUnread, desk.times()));
        heights.entries(arrangement.entries());
        newBelow.set(newBelow.get() + added);
        requestLayout();
    }

    /** Called when the reader comes near the oldest row; once for each oldest row. */
    public void setOnOlder(Runnable wanted) {
        older = wanted;
    }

    /** Shows that message and flashes it. If it is not loaded, its page is asked for and the answer is false. */
    public boolean jumpTo(MessageId message) {
        int place = arrangement.place(message);
        if (place < 0) {
            desk.actions().findOlder(message);
            return false;
        }
        arrangement.pin(place, Math.round(getHeight() / 3));
        marked.goTo(message);
        arrange();
        cells.bubble(message).ifPresent(this::flash);
        return true;
    }

    public void toBottom() {
        arrangement.follow();
        arrange();
    }

    public void scrollBy(double pixels) {
        arrangement.scrollBy(pixels);
        arrange();
    }

    /** How many messages have come below the view since it left the bottom. */
    public ReadOnlyIntegerProperty newBelowProperty() {
        return newBelow.getReadOnlyProperty();
    }

    /** Whether the newest message is in view, which is when it counts as read. */
    public ReadOnlyBooleanProperty atBottomProperty() {
        return atBottom.getReadOnlyProperty();
    }

    /** What copying would put on the clipboard: marked rows, else marked text, else nothing. */
    public String copied() {
        return marked.isEmpty() ? selection.copied().orElse("") : marked.copied(rows, new Wording(desk));
    }

    List<BubbleRow> rows() {
        return rows;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    Cells cells() {
        return cells;
    }

    /** Brings a row wholly into view, moving as little as can be. */
    void reveal(MessageId message) {
        int place = arrangement.place(message);
        if (place < 0) {
            return;
        }
        double height = height(place);
        boolean isAbove =
                place < arrangement.placed().first() || (arrangement.isInView(place) && arrangement.top(place) < 0);
        boolean isInside = !isAbove && arrangement.isInView(place) && arrangement.top(place) + height <= getHeight();
        if (!isInside) {
            arrangement.pin(place, isAbove ? Arrangement.EDGE : getHeight() - Arrangement.EDGE - height);
        }
        arrange();
    }

    /** Draws marks and the current row anew. */
    void showMarks() {
        List<MessageId> ids = marked.marked(rows).stream().map(BubbleRow::id).toList();
        for (Node node : sheet.getChildren()) {
            if (node instanceof BubbleCell cell) {
                MessageId id = cell.entry().row().id();
                cell.setSelected(ids.contains(id));
                cell.setCurrent(
                        isFocusWithin() && marked.current().filter(id::equals).isPresent());
            }
        }
    }

    private void build() {
        getStyleClass().add("bubble-flow");
        getStylesheets().add(baton.console.Themes.sheet(BubbleFlow.class, "conversation.css"));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(value -> drag(value.doubleValue()));
        pill.setId("new-below");
        pill.getStyleClass().add("new-below");
        pill.setFocusTraversable(false);
        pill.setOnAction(_ -> toBottom());
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(sheet, bar, pill);
    }

    private Subscription follow() {
        return desk.texts()
                .languageProperty()
                .subscribe(_ -> redraw())
                .and(desk.ticker().nowProperty().map(desk.times()::day).subscribe(_ -> redraw()))
                .and(focusWithinProperty().subscribe(_ -> showMarks()));
    }

    private void redraw() {
        cells.clear();
        requestLayout();
    }

    private void hold(Growing event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof BubbleCell cell) {
                arrangement.pin(arrangement.place(cell.entry().key()), cell.getLayoutY());
            }
        }
    }

    private void flash(BubbleCell cell) {
        cell.setFlash(true);
        var end = new PauseTransition(javafx.util.Duration.millis(FLASH.toMillis()));
        end.setOnFinished(_ -> cell.setFlash(false));
        end.play();
    }

    private void drag(double value) {
        if (!isArranging) {
            int place = heights.at(value);
            arrangement.pin(place, heights.before(place) - value);
            arrange();
        }
    }

    private double height(int place) {
        Node node = cells.of(arrangement.entries().get(place));
        double height = Math.ceil(node.prefHeight(listWidth()));
        heights.measured(place, height);
        return height;
    }

    private double listWidth() {
        return getWidth() - BAR;
    }

    private void arrange() {
        if (listWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        isArranging = true;
        heights.width(listWidth());
        Arrangement.Placed placed = arrangement.arrange(getHeight(), this::height);
        for (int place = placed.first(); place <= placed.last(); place++) {
            Node node = cells.of(arrangement.entries().get(place));
            node.resizeRelocate(0, arrangement.top(place), listWidth(), height(place));
        }
        cells.settle();
        tell(placed);
        isArranging = false;
        askOlder(placed);
    }

    private void tell(Arrangement.Placed placed) {
        atBottom.set(arrangement.isFollowing());
        if (arrangement.isFollowing()) {
            newBelow.set(0);
        }
        double total = heights.total() + 2 * Arrangement.EDGE;
        double range = Math.max(0, total - getHeight());
        bar.setMax(range);
        bar.setVisibleAmount(range * getHeight() / Math.max(1, total));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(getHeight() * 0.9);
        bar.setValue(
                arrangement.isFollowing()
                        ? range
                        : Math.clamp(heights.before(placed.first()) - placed.top(), 0, range));
        bar.setVisible(range > 0);
        pill.setText(
                newBelow.get() == 0
                        ? ""
                        : desk.texts().count("bubble.new-below.one", "bubble.new-below.many", newBelow.get()));
        pill.setAccessibleText(desk.texts().say("bubble.to-bottom"));
        pill.setVisible(newBelow.get() > 0 || range - bar.getValue() > getHeight() / 2);
        showMarks();
    }

    private void askOlder(Arrangement.Placed placed) {
        if (!rows.isEmpty()
                && placed.first() < EARLY
                && askedAt.filter(rows.getFirst().id()::equals).isEmpty()) {
            askedAt = Optional.of(rows.getFirst().id());
            older.run();
        }
    }

    @Override
    protected void layoutChildren() {
        sheet.resizeRelocate(0, 0, getWidth(), getHeight());
        arrange();
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        double wide = pill.prefWidth(-1);
        double high = pill.prefHeight(-1);
        pill.resizeRelocate(Math.round((listWidth() - wide) / 2), getHeight() - high - 12, wide, high);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> rows.size();
            case FOCUS_ITEM ->
                marked.current()
                        .flatMap(id -> cells.bubble(id))
                        .<Object>map(it -> it)
                        .orElse(this);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** Leaves its children where they were put. */
    private static final class Sheet extends Pane {
        @Override
        protected void layoutChildren() {}
    }
}
