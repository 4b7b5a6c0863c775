// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Seat;
import baton.console.Themes;
import baton.console.connection.ConnectionView;
import baton.console.conversation.ConversationView;
import baton.console.conversation.Desk;
import baton.console.customer.CustomerView;
import baton.console.help.CheatSheetView;
import baton.console.help.PaletteModel;
import baton.console.help.PaletteView;
import baton.console.inbox.InboxView;
import baton.domain.ConversationId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The main window's contents. Below 1,100 px the customer panel folds away, below 800 px the list gives way to the open
 * conversation; widths are remembered.
 */
public final class ShellView extends StackPane {
    private static final double WITH_PANEL = 1_100;
    private static final double WITH_LIST = 800;
    private static final double RAIL = 48;

    private final DeskModel model;
    private final Looks looks;
    private final SplitPane split = new SplitPane();
    private final BorderPane whole = new BorderPane();
    private final InboxView inbox;
    private final ConversationView conversation;
    private final CustomerView customer;
    private final StatusBar status;
    private boolean isListFirst;
    private boolean isUnplaced;

    /** {@code desk}: what bubbles lean on. {@code signOut}: ends the sign-in and the window. */
    public ShellView(DeskModel model, Looks looks, Desk desk, PaletteModel palette, Runnable signOut) {
        Seat seat = model.seat();
        this.model = model;
        this.looks = looks;
        this.inbox = new InboxView(seat, model.inbox(), looks.compactProperty(), this::click);
        this.conversation = new ConversationView(
                seat,
                desk,
                new ConversationView.Parts(
                        model.conversation(), model.transcript(), model.composer(), model.undo(), model::resolve));
        this.customer = new CustomerView(seat, model.customer(), model.inbox()::choose);
        getStyleClass().add("shell");
        getStylesheets().add(Themes.sheet(ShellView.class, "shell.css"));
        this.status = new StatusBar(seat, model.link(), model.connection());
        whole.setCenter(split);
        whole.setTop(new Banner(seat, model.link()));
        whole.setLeft(new Rail(seat, looks, palette, model.connection(), new Rail.Ways(this::home, signOut)));
        whole.setBottom(status);
        ConnectionView connection = new ConnectionView(seat, model.connection());
        model.connection().openProperty().subscribe(isOpen -> whole.setCenter(isOpen ? connection : split));
        getChildren().setAll(whole, new PaletteView(seat.texts(), palette), new CheatSheetView(seat.texts(), palette));
        SplitPane.setResizableWithParent(inbox, false);
        SplitPane.setResizableWithParent(customer, false);
        inbox.setMinWidth(240);
        conversation.setMinWidth(360);
        customer.setMinWidth(200);
        widthProperty().subscribe(_ -> fold());
        looks.panelProperty().subscribe(_ -> fold());
        model.inbox().chosenProperty().subscribe(_ -> toConversation());
    }

    private void home() {
        model.connection().openProperty().set(false);
        list();
    }

    /** Back to the list, also where it had given way to the conversation. */
    void list() {
        isListFirst = room() < WITH_LIST;
        fold();
        inbox.focusList();
    }

    /** Into the box, also where the list stands before the conversation. */
    void write() {
        toConversation();
        conversation.composer().write();
    }

    private void toConversation() {
        isListFirst = false;
        fold();
    }

    public InboxView inbox() {
        return inbox;
    }

    public ConversationView conversation() {
        return conversation;
    }

    /** Whoever took it by a click can write at once. */
    private void click(ConversationId id) {
        toConversation();
        model.click(id, () -> conversation.composer().write());
    }

    /** Puts it at the right and into the status bar; the panes fold as if the window were that much narrower. */
    void add(Annex annex) {
        whole.setRight(annex.pane());
        status.getChildren().add(annex.status());
        annex.pane().managedProperty().subscribe(_ -> fold());
    }

    /** The width there is for the panes. */
    private double room() {
        Node beside = whole.getRight();
        return beside != null && beside.isManaged() ? getWidth() - Annex.WIDTH : getWidth();
    }

    /** The panes in the order F6 walks them. */
    public List<Node> panes() {
        return List.of(inbox, conversation.flow(), conversation.composer(), customer);
    }

    /** Shows the panes there is room for. */
    private void fold() {
        boolean isOpen = model.inbox().chosenProperty().get().isPresent() && !(isListFirst && room() < WITH_LIST);
        var panes = new ArrayList<Node>();
        if (room() >= WITH_LIST || !isOpen) {
            panes.add(inbox);
        }
        if (room() >= WITH_LIST || isOpen) {
            panes.add(conversation);
        }
        if (room() >= WITH_PANEL && isOpen && looks.panelProperty().get()) {
            panes.add(customer);
        }
        if (!panes.equals(split.getItems()) && getWidth() > 0) {
            split.getItems().setAll(panes);
            inbox.setPrefWidth(looks.listProperty().get());
            customer.setPrefWidth(looks.sideProperty().get());
            isUnplaced = true;
            requestLayout();
        }
    }

    /** Other panes get their widths once they stand in the window's new one: a split pane shares a change of its own out as it likes. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (isUnplaced) {
            isUnplaced = false;
            whole.layout();
            place(split.getItems());
        }
    }

    /** From the right: a divider cannot pass the one beside it. */
    private void place(List<Node> panes) {
        double width = Math.max(1, room() - RAIL);
        for (int divider = panes.size() - 2; divider >= 0; divider--) {
            boolean isList = panes.get(divider).equals(inbox);
            double at = isList
                    ? looks.listProperty().get() / width
                    : 1 - looks.sideProperty().get() / width;
            SplitPane.Divider between = split.getDividers().get(divider);
            between.setPosition(at);
            split.layout();
            Region pane = isList ? inbox : customer;
            DoubleProperty kept = isList ? looks.listProperty() : looks.sideProperty();
            between.positionProperty().subscribe((_, _) -> remember(pane, kept));
        }
    }

    /** Only what a person drags: a window made narrow for a while leaves the widths as they were. */
    private void remember(Region pane, DoubleProperty kept) {
        boolean isDragged = split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed);
        if (isDragged && pane.getWidth() > 0) {
            kept.set(Math.rint(pane.getWidth()));
        }
    }
}
