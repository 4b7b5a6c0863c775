// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.ClaimRing;
import baton.console.Icons;
import baton.console.Lines;
import baton.console.NameView;
import baton.console.Seat;
import baton.sync.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One row of the list: who, what was said last, how long they wait, who has them, what is left of the window. It is of the size it is given,
 * so that a new text in it asks nobody outside for room. Screen's thread only.
 */
final class InboxCell extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final Map<WaitColour, PseudoClass> COLOURS = Arrays.stream(WaitColour.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    colour -> PseudoClass.getPseudoClass(colour.name().toLowerCase(Locale.ROOT))));

    private final Seat seat;
    private final RowWords words;
    private final Label initial = new Label();
    private final NameView name;
    private final Label time = label("time");
    private final NameView last;
    private final Label unread = label("badge");
    private final Label holder = label("holder");
    private final Label window = label("window");
    private final ClaimRing ring = new ClaimRing();
    private final HBox first;
    private final HBox second;
    private final HBox third;
    private final StackPane face = new StackPane(initial);
    private final HBox whole;
    private Optional<InboxRow> shown = Optional.empty();
    private int place;
    private boolean isSelected;

    InboxCell(Seat seat) {
        this.seat = seat;
        this.words = new RowWords(seat);
        name = new NameView(seat.emoji());
        name.getStyleClass().add("name");
        last = new NameView(seat.emoji());
        last.getStyleClass().add("last");
        window.setGraphic(Icons.CLOCK.icon(12));
        first = Lines.of(wide(name), time);
        second = Lines.of(wide(last));
        third = Lines.of(wide(holder), window);
        VBox text = new VBox(first, second, third);
        text.getStyleClass().add("lines");
        HBox.setHgrow(text, Priority.ALWAYS);
        face.getStyleClass().add("face");
        initial.getStyleClass().add("strong");
        whole = new HBox(face, text);
        whole.getStyleClass().add("row");
        whole.setAlignment(Pos.CENTER_LEFT);
        unread.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        window.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("inbox-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        getChildren().setAll(whole);
    }

    /** What it shows; nothing while it is kept for later. */
    Optional<InboxRow> row() {
        return shown;
    }

    /** Where that stands in the list. */
    int place() {
        return place;
    }

    void setPlace(int next) {
        place = next;
    }

    /** The same row again costs nothing. */
    void show(InboxRow row, int at, boolean isChosen) {
        place = at;
        isSelected = isChosen;
        pseudoClassStateChanged(SELECTED, isChosen);
        if (shown.filter(row::equals).isEmpty()) {
            shown = Optional.of(row);
            draw(row);
        }
        setVisible(true);
    }

    void clear() {
        shown = Optional.empty();
        setVisible(false);
    }

    /** Compact rows have two lines and no face. */
    void setCompact(boolean isCompact) {
        Lines.show(third, !isCompact);
        Lines.show(face, !isCompact);
    }

    /** Draws what changes with time. */
    void tick(Instant now) {
        shown.ifPresent(row -> tick(row, now));
    }

    private void tick(InboxRow row, Instant now) {
        Optional<Hold> hold = row.row().heldAt(now);
        put(ring, hold.isPresent(), first);
        holder.setText(words.holder(row, hold, now));
        hold.ifPresent(held -> ring.show(held.until(), row.wholeHold(), now, holder.getText()));
        window.setText(words.window(row, now));
        Lines.show(window, !window.getText().isEmpty());
        time.setText(words.time(row, now));
        colour(row, now);
    }

    /** Also in another language. */
    void redraw() {
        shown.ifPresent(this::draw);
    }

    private void draw(InboxRow row) {
        name.show(row.name());
        initial.setText(RowWords.initial(row.name()));
        last.show(words.last(row));
        unread.setText(seat.times().number(row.unread()));
        put(unread, row.unread() > 0, second);
        name.pseudoClassStateChanged(UNREAD, row.unread() > 0);
        last.pseudoClassStateChanged(UNREAD, row.unread() > 0);
        tick(row, seat.ticker().now());
    }

    private void colour(InboxRow row, Instant now) {
        Optional<WaitColour> colour = row.waitingSince().map(since -> WaitColour.of(Duration.between(since, now)));
        COLOURS.forEach((each, style) ->
                time.pseudoClassStateChanged(style, colour.filter(each::equals).isPresent()));
    }

    /** Has the node after the first in the line, or not: thirteen rows of what is not seen would be styled before the first is drawn. */
    private static void put(Node node, boolean isThere, HBox line) {
        if (isThere != line.getChildren().contains(node)) {
            if (isThere) {
                line.getChildren().add(1, node);
            } else {
                line.getChildren().remove(node);
            }
        }
    }

    /** Takes the room that is left in its line. */
    private static <T extends Region> T wide(T node) {
        node.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        whole.resizeRelocate(left, 0, getWidth() - left - snappedRightInset(), getHeight());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT ->
                shown.map(row -> words.spoken(row, seat.ticker().now())).orElse("");
            case INDEX -> place;
            case SELECTED -> isSelected;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
