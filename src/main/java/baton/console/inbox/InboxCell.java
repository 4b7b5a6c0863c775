// SPDX-License-Identifier: Apache-2.0
package baton.console.inbox;

import baton.console.ClaimRing;
import baton.console.CutText;
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
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * One row of the list: who, what was said last, how long they wait, who has them, what is left of the window. It is of the size it is given,
 * so that a new text in it asks nobody outside for room. Screen's thread only.
 */
final class InboxCell extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass KEYED = PseudoClass.getPseudoClass("keyed");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final Map<WaitColour, PseudoClass> COLOURS = Arrays.stream(WaitColour.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    colour -> PseudoClass.getPseudoClass(colour.name().toLowerCase(Locale.ROOT))));

    private static final double BESIDE_FACE = 10;
    private static final double BESIDE = 6;
    private static final double BESIDE_CLOCK = 3;
    private static final double BELOW = 1;

    /** Where the parts of a line stand, centred on each other. */
    private record Line(double top, double height) {}

    private final Seat seat;
    private final RowWords words;
    private final Spot face = new Spot("face");
    private final NameView name;
    private final CutText time = new CutText("time");
    private final NameView last;
    private final Spot unread = new Spot("badge");
    private final CutText holder = new CutText("holder");
    private final Text clock = Icons.CLOCK.icon(12);
    private final CutText window = new CutText("window");
    private final ClaimRing ring = new ClaimRing();
    private Optional<InboxRow> shown = Optional.empty();
    private int place;
    private boolean isSelected;
    private boolean hasKeys;
    private boolean isCompact;

    InboxCell(Seat seat) {
        this.seat = seat;
        this.words = new RowWords(seat);
        name = new NameView(seat.emoji(), "name");
        last = new NameView(seat.emoji(), "last");
        getStyleClass().add("inbox-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setManaged(false);
        getChildren().setAll(face, name, time, last, holder, clock, window);
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

    /** Tells whether it looks different now; the same row again costs nothing. */
    boolean show(InboxRow row, int at, boolean isChosen) {
        boolean isOther = isChosen != isSelected || shown.filter(row::equals).isEmpty();
        place = at;
        isSelected = isChosen;
        pseudoClassStateChanged(SELECTED, isChosen);
        setKeys(hasKeys);
        if (isOther) {
            shown = Optional.of(row);
            draw(row);
        }
        setVisible(true);
        return isOther;
    }

    void clear() {
        shown = Optional.empty();
        setVisible(false);
    }

    /** Compact rows have two lines and no face. */
    void setCompact(boolean compact) {
        isCompact = compact;
        Lines.show(face, !isCompact);
        Lines.show(holder, !isCompact);
        showWindow();
    }

    private void showWindow() {
        boolean isThere = !isCompact && !window.words().isEmpty();
        Lines.show(clock, isThere);
        Lines.show(window, isThere);
    }

    /** Whether its list has the keys, which the chosen row shows: it does so itself, or all rows would be styled anew when they get them. */
    void setKeys(boolean keys) {
        hasKeys = keys;
        pseudoClassStateChanged(KEYED, isSelected && hasKeys);
    }

    /** Draws what changes with time. */
    void tick(Instant now) {
        shown.ifPresent(row -> tick(row, now));
    }

    private void tick(InboxRow row, Instant now) {
        Optional<Hold> hold = row.row().heldAt(now);
        put(ring, hold.isPresent());
        holder.show(words.holder(row, hold, now));
        hold.ifPresent(held -> ring.show(held.until(), row.wholeHold(), now, holder.words()));
        window.show(words.window(row, now));
        showWindow();
        time.show(words.time(row, now));
        colour(row, now);
    }

    /** Also in another language. */
    void redraw() {
        shown.ifPresent(this::draw);
    }

    private void draw(InboxRow row) {
        name.show(row.name());
        face.show(RowWords.initial(row.name()));
        last.show(words.last(row));
        unread.show(seat.times().number(row.unread()));
        put(unread, row.unread() > 0);
        name.pseudoClassStateChanged(UNREAD, row.unread() > 0);
        last.pseudoClassStateChanged(UNREAD, row.unread() > 0);
        tick(row, seat.ticker().now());
    }

    private void colour(InboxRow row, Instant now) {
        Optional<WaitColour> colour = row.waitingSince().map(since -> WaitColour.of(Duration.between(since, now)));
        COLOURS.forEach((each, style) ->
                time.pseudoClassStateChanged(style, colour.filter(each::equals).isPresent()));
    }

    /** Has the node, or not: thirteen rows of what is not seen would be styled before the first is drawn. */
    private void put(Node node, boolean isThere) {
        if (!isThere) {
            getChildren().remove(node);
        } else if (!getChildren().contains(node)) {
            getChildren().add(node);
        }
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double middle = (getHeight() + snappedTopInset() - snappedBottomInset()) / 2;
        if (!isCompact) {
            face.autosize();
            face.relocate(left, snapPositionY(middle - face.getHeight() / 2));
            left += face.getWidth() + BESIDE_FACE;
        }
        layoutLines(left, right, middle);
    }

    private void layoutLines(double left, double right, double middle) {
        double one = height(name, ring, time);
        double two = height(last, unread);
        double three = isCompact ? 0 : BELOW + height(holder, clock, window);
        Line first = new Line(snapPositionY(middle - (one + BELOW + two + three) / 2), one);
        Line second = new Line(first.top() + one + BELOW, two);
        fill(left, before(before(right, BESIDE, time, first), BESIDE, ring, first), name, first);
        fill(left, before(right, BESIDE, unread, second), last, second);
        if (!isCompact) {
            layoutThird(left, right, new Line(second.top() + two + BELOW, three - BELOW));
        }
    }

    private void layoutThird(double left, double right, Line line) {
        double end = before(right, BESIDE_CLOCK, window, line);
        holder.fit(before(end, BESIDE, clock, line) - left);
        stand(left, holder, line);
    }

    private double height(Node... nodes) {
        double most = 0;
        for (Node node : nodes) {
            most = isThere(node) ? Math.max(most, snapSizeY(node.prefHeight(-1))) : most;
        }
        return most;
    }

    /** Puts it so that it ends at {@code end}; where what comes before it has to end, so that there is a gap between them. */
    private double before(double end, double gap, Node node, Line line) {
        if (!isThere(node)) {
            return end;
        }
        node.autosize();
        double left = end - snapSizeX(node.prefWidth(-1));
        stand(left, node, line);
        return left - gap;
    }

    private static void fill(double left, double end, NameView node, Line line) {
        node.resizeRelocate(left, line.top(), Math.max(0, end - left), line.height());
    }

    private void stand(double left, Node node, Line line) {
        double above = (line.height() - snapSizeY(node.prefHeight(-1))) / 2;
        node.relocate(left, snapPositionY(line.top() + above));
    }

    private static boolean isThere(Node node) {
        return node.getParent() != null && node.isManaged();
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
