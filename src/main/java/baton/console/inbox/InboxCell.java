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
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One line of the list: who, what was said last, how long they wait, who has them, what is left of the window. */
final class InboxCell extends ListCell<InboxRow> {
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
    private final HBox third;
    private final StackPane face = new StackPane(initial);
    private final HBox whole;
    private Optional<InboxRow> shown = Optional.empty();

    InboxCell(Seat seat) {
        this.seat = seat;
        this.words = new RowWords(seat);
        name = new NameView(seat.emoji());
        name.getStyleClass().add("name");
        last = new NameView(seat.emoji());
        last.getStyleClass().add("last");
        window.setGraphic(Icons.CLOCK.icon(12));
        third = Lines.of(holder, Lines.gap(), window);
        VBox text = new VBox(Lines.of(name, Lines.gap(), ring, time), Lines.of(last, Lines.gap(), unread), third);
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
        setGraphic(
                new CellFrame(this, whole)); // for good: taken out and put in again, its styles would be looked up anew
    }

    /** Compact rows have two lines and no face. */
    void setCompact(boolean isCompact) {
        Lines.show(third, !isCompact);
        Lines.show(face, !isCompact);
    }

    /** Draws what changes with time. */
    void tick(Instant now) {
        InboxRow row = getItem();
        if (isEmpty() || row == null) {
            return;
        }
        Optional<Hold> hold = row.row().heldAt(now);
        Lines.show(ring, hold.isPresent());
        holder.setText(words.holder(row, hold, now));
        hold.ifPresent(held -> ring.show(held.until(), row.wholeHold(), now, holder.getText()));
        window.setText(words.window(row, now));
        Lines.show(window, !window.getText().isEmpty());
        time.setText(words.time(row, now));
        colour(row, now);
        setAccessibleText(words.spoken(row, now));
    }

    @Override
    protected void updateItem(InboxRow row, boolean empty) {
        super.updateItem(row, empty);
        whole.setVisible(!empty);
        if (empty || row == null) {
            shown = Optional.empty();
            setAccessibleText(null);
        } else if (shown.filter(row::equals).isEmpty()) {
            shown = Optional.of(row);
            draw(row);
        }
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
        Lines.show(unread, row.unread() > 0);
        whole.pseudoClassStateChanged(UNREAD, row.unread() > 0);
        tick(seat.ticker().now());
    }

    private void colour(InboxRow row, Instant now) {
        Optional<WaitColour> colour = row.waitingSince().map(since -> WaitColour.of(Duration.between(since, now)));
        COLOURS.forEach((each, style) ->
                time.pseudoClassStateChanged(style, colour.filter(each::equals).isPresent()));
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
