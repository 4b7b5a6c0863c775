// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Subscriptions;
import baton.console.Themes;
import baton.domain.MessageId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The conversation as a list of bubbles that never jumps: one entry in view keeps its place whatever changes around it, and only at
 * the very bottom does the view follow what comes. Builds what is in view only. Screen's thread only.
 */
public final class BubbleFlow extends Region {
    private static final int EARLY = 12;
    private static final Duration FLASH = Duration.millis(1200);

    private final Desk desk;
    private final Selection selection = new Selection();
    private final MarkedRows marked = new MarkedRows();
    private final Board board;
    private final FlowEdge edge;
    private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper atBottom = new ReadOnlyBooleanWrapper(true);
    private List<BubbleRow> rows = List.of();
    private Optional<MessageId> firstUnread = Optional.empty();
    private Optional<MessageId> askedAt = Optional.empty();
    private Runnable older = () -> {};

    public BubbleFlow(Desk desk) {
        this.desk = desk;
        this.board = new Board(desk, selection, source -> jumpTo(source.id()));
        this.edge = new FlowEdge(desk, this::drag, this::toBottom);
        getStyleClass().add("bubble-flow");
        getStylesheets().add(Themes.sheet(BubbleFlow.class, "conversation.css"));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        clip();
        getChildren().add(board);
        getChildren().addAll(edge.nodes());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        new FlowKeys(this, marked, selection, desk).listen();
        Subscriptions.whileShowing(this, this::follow);
    }

    /** Another conversation, oldest row first: opens where unread begins, or else at the bottom. */
    public void open(List<BubbleRow> next, Optional<MessageId> unread) {
        selection.clear();
        marked.forget();
        askedAt = Optional.empty();
        firstUnread = unread;
        rows = List.copyOf(next);
        board.open(Entry.of(rows, unread, desk.times()));
        int line = board.arrangement().place(new Entry.Unread().key());
        if (line >= 0) {
            board.arrangement().pin(line, Arrangement.EDGE);
        }
        newBelow.set(0);
        requestLayout();
    }

    /** The same conversation a moment later. The view stays where it is, or at the bottom if it was there. */
    public void update(List<BubbleRow> next) {
        int added = board.arrangement().isFollowing() ? 0 : Appended.count(rows, next);
        rows = List.copyOf(next);
        board.update(Entry.of(rows, firstUnread, desk.times()));
        newBelow.set(newBelow.get() + added);
        requestLayout();
    }

    /** Called when the reader comes near the oldest row; once for each oldest row. */
    public void setOnOlder(Runnable wanted) {
        older = wanted;
    }

    /** Shows that message and flashes it. If it is not loaded, its page is asked for and the answer is false. */
    public boolean jumpTo(MessageId message) {
        int place = board.arrangement().place(message);
        if (place < 0) {
            desk.actions().findOlder(message);
            return false;
        }
        board.arrangement().pin(place, getHeight() / 3);
        marked.goTo(message);
        arrange();
        board.bubble(message).ifPresent(BubbleFlow::flash);
        return true;
    }

    public void toBottom() {
        board.arrangement().follow();
        arrange();
    }

    /** Down by that many pixels, up where negative. */
    public void scrollBy(double pixels) {
        board.arrangement().scrollBy(pixels);
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

    Board board() {
        return board;
    }

    /** Brings a row wholly into view, moving as little as can be. */
    void reveal(MessageId message) {
        board.reveal(message);
        arrange();
    }

    /** Draws marks and the current row anew. */
    void showMarks() {
        Set<MessageId> ids = new HashSet<>();
        marked.marked(rows).forEach(row -> ids.add(row.id()));
        board.bubbles().forEach(cell -> {
            MessageId id = cell.entry().row().id();
            cell.setSelected(ids.contains(id));
            cell.setCurrent(isFocused() && marked.current().filter(id::equals).isPresent());
        });
    }

    private void clip() {
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private void scroll(ScrollEvent event) {
        scrollBy(-event.getDeltaY());
        event.consume();
    }

    private Subscription follow() {
        return desk.texts()
                .languageProperty()
                .subscribe(_ -> redraw())
                .and(desk.ticker().nowProperty().map(desk.times()::day).subscribe(_ -> redraw()))
                .and(focusedProperty().subscribe(_ -> showMarks()));
    }

    private void redraw() {
        board.forget();
        requestLayout();
    }

    private static void flash(BubbleCell cell) {
        cell.setFlash(true);
        var end = new PauseTransition(FLASH);
        end.setOnFinished(_ -> cell.setFlash(false));
        end.play();
    }

    private void drag(double pixels) {
        board.goTo(pixels);
        arrange();
    }

    private void arrange() {
        double width = getWidth() - FlowEdge.BAR;
        if (width <= 0 || getHeight() <= 0) {
            return;
        }
        Arrangement.Placed placed = board.arrange(width, getHeight());
        boolean isAtBottom = board.arrangement().isFollowing();
        atBottom.set(isAtBottom);
        newBelow.set(isAtBottom ? 0 : newBelow.get());
        edge.show(board.above(), board.total(), getHeight(), newBelow.get());
        showMarks();
        askOlder(placed);
    }

    private void askOlder(Arrangement.Placed placed) {
        boolean isNew =
                !rows.isEmpty() && askedAt.filter(rows.getFirst().id()::equals).isEmpty();
        if (isNew && placed.first() < EARLY) {
            askedAt = Optional.of(rows.getFirst().id());
            older.run();
        }
    }

    @Override
    protected void layoutChildren() {
        board.resizeRelocate(0, 0, getWidth(), getHeight());
        arrange();
        edge.layout(getWidth(), getHeight());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> rows.size();
            case FOCUS_ITEM ->
                marked.current().flatMap(board::bubble).<Object>map(it -> it).orElse(this);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
