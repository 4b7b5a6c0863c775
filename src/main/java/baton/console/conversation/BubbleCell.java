// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * One row of the conversation, laid out by hand: the writer above, the bubble no wider than it must be, time and tick beside its foot,
 * reactions and outcome below. Its height depends on nothing but the row and the width. Screen's thread only.
 */
final class BubbleCell extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
    private static final double SIDE = 16;
    private static final double GAP = 8;
    private static final double ABOVE_FIRST = 10;
    private static final double ABOVE_NEXT = 3;
    private static final double BELOW_HEAD = 3;
    private static final double BELOW_BUBBLE = 4;
    private static final double WIDEST = 580;
    private static final double SHARE = 0.74;
    private static final double NARROWEST = 120;

    private final Desk desk;
    private final BubbleBox bubble;
    private final BubbleRow.Side side;
    private Entry.Row entry;
    private BubbleMeta meta;
    private Optional<Node> head = Optional.empty();
    private Optional<Node> reactions = Optional.empty();
    private Optional<Node> outcome = Optional.empty();

    BubbleCell(Entry.Row entry, Desk desk, Selection selection, Consumer<BubbleRow.QuotedLine.Source> jump) {
        this.desk = desk;
        this.entry = entry;
        this.side = entry.row().side();
        this.bubble = new BubbleBox(entry.row(), desk, selection, jump);
        this.meta = new BubbleMeta(entry.row(), desk);
        getStyleClass().add("bubble-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        surround();
    }

    /** Whether {@link #show} can take that entry: its bubble would show the same. */
    boolean canShow(Entry.Row next) {
        return next.row().saysAs(entry.row());
    }

    /** A new tick, reaction or outcome: the bubble itself stays, and with it what is marked in it. */
    void show(Entry.Row next) {
        entry = next;
        meta = new BubbleMeta(next.row(), desk);
        surround();
        requestLayout();
    }

    private void surround() {
        BubbleRow row = entry.row();
        head = needsHead() ? Optional.of(new BubbleHead(row, desk)) : Optional.empty();
        reactions = row.reactions().isEmpty() ? Optional.empty() : Optional.of(new ReactionBar(row.reactions(), desk));
        outcome = row.message().sending().flatMap(sending -> OutcomeBox.of(row.id(), sending, desk));
        setAccessibleText(new Wording(desk).spoken(row));
        getChildren().retainAll(bubble);
        if (getChildren().isEmpty()) {
            getChildren().add(bubble);
        }
        head.ifPresent(it -> getChildren().addFirst(it));
        getChildren().add(meta);
        reactions.ifPresent(getChildren()::add);
        outcome.ifPresent(getChildren()::add);
    }

    /** The most a bubble may be wide in a list of that width. */
    static double mostFor(double width) {
        return Math.clamp((width - 2 * SIDE) * SHARE, NARROWEST, WIDEST);
    }

    Entry.Row entry() {
        return entry;
    }

    BubbleMeta meta() {
        return meta;
    }

    void setCurrent(boolean isCurrent) {
        pseudoClassStateChanged(CURRENT, isCurrent);
    }

    void setSelected(boolean isSelected) {
        pseudoClassStateChanged(SELECTED, isSelected);
    }

    void setFlash(boolean isFlash) {
        pseudoClassStateChanged(FLASH, isFlash);
    }

    private boolean needsHead() {
        return !entry.isContinued() && side != BubbleRow.Side.NOTE && side != BubbleRow.Side.PLATFORM;
    }

    private boolean isRight() {
        return side == BubbleRow.Side.OURS || side == BubbleRow.Side.NOTE;
    }

    private double above() {
        return entry.isContinued() ? ABOVE_NEXT : ABOVE_FIRST;
    }

    private double bubbleWidth(double width) {
        return Math.min(most(width), Math.ceil(bubble.prefWidth(-1)));
    }

    /** Time and tick must fit beside it. */
    private double most(double width) {
        double beside = Math.ceil(meta.prefWidth(-1)) + GAP;
        return Math.max(NARROWEST, Math.min(mostFor(width), width - 2 * SIDE - beside));
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = above();
        height += head.map(it -> Math.ceil(it.prefHeight(-1)) + BELOW_HEAD).orElse(0.0);
        height += Math.ceil(bubble.prefHeight(bubbleWidth(width)));
        height +=
                reactions.map(it -> Math.ceil(it.prefHeight(-1)) + BELOW_BUBBLE).orElse(0.0);
        height += outcome.map(it -> Math.ceil(it.prefHeight(outcomeWidth(it, width))) + BELOW_BUBBLE)
                .orElse(0.0);
        return height;
    }

    private double outcomeWidth(Node box, double width) {
        return Math.min(mostFor(width), Math.ceil(box.prefWidth(-1)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = above();
        if (head.isPresent()) {
            y += place(head.get(), Math.min(width - 2 * SIDE, head.get().prefWidth(-1)), y, width) + BELOW_HEAD;
        }
        double bubbleWidth = bubbleWidth(width);
        double foot = y + place(bubble, bubbleWidth, y, width);
        placeMeta(foot, bubbleWidth, width);
        y = foot;
        if (reactions.isPresent()) {
            y += BELOW_BUBBLE + place(reactions.get(), reactions.get().prefWidth(-1), y + BELOW_BUBBLE, width);
        }
        if (outcome.isPresent()) {
            place(outcome.get(), outcomeWidth(outcome.get(), width), y + BELOW_BUBBLE, width);
        }
    }

    /** Gives the height that was taken. */
    private double place(Node node, double wide, double y, double width) {
        double wideUp = Math.ceil(wide);
        double height = Math.ceil(node.prefHeight(wideUp));
        node.resizeRelocate(Math.floor(x(wideUp, width)), y, wideUp, height);
        return height;
    }

    private double x(double wide, double width) {
        if (side == BubbleRow.Side.PLATFORM) {
            return (width - wide) / 2;
        }
        return isRight() ? width - SIDE - wide : SIDE;
    }

    private void placeMeta(double foot, double bubbleWidth, double width) {
        double wide = Math.ceil(meta.prefWidth(-1));
        double height = Math.ceil(meta.prefHeight(-1));
        double left = Math.floor(x(bubbleWidth, width));
        double x = isRight() ? left - GAP - wide : left + bubbleWidth + GAP;
        meta.resizeRelocate(x, foot - height - 1, wide, height);
    }
}
