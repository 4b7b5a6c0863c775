// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Themes;
import baton.sync.Books;
import java.util.List;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The connection page: line to Meta, token, each number's last message, the board, and what was set aside. Screen's thread only. */
public final class ConnectionView extends ScrollPane {
    private static final List<Integer> PERIODS = List.of(7, 31);

    private final Seat seat;
    private final ConnectionModel model;
    private final CardsView cards;
    private final BoardTable table;
    private final AsideList aside;
    private final Label asOf = new Label();
    private final Label trouble = new Label("", Icons.WARNING.icon());
    private final Button again = new Button("", Icons.RETRY.icon());
    private final VBox body = new VBox();
    private final Label waiting = new Label();

    public ConnectionView(Seat seat, ConnectionModel model) {
        this.seat = seat;
        this.model = model;
        this.cards = new CardsView(seat);
        this.table = new BoardTable(seat);
        this.aside = new AsideList(seat, model);
        setId("connection");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("connection", "edge-to-edge");
        getStylesheets().add(Themes.sheet(ConnectionView.class, "connection.css"));
        accessibleTextProperty().bind(seat.texts().live("connection.title"));
        waiting.getStyleClass().add("muted");
        body.getStyleClass().add("sections");
        VBox whole = new VBox(head(), troubleLine(), body);
        whole.getStyleClass().add("page");
        setContent(whole);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        MapChangeListener<Object, Object> replaying = _ -> draw();
        model.replays().addListener(replaying);
        return model.booksProperty()
                .subscribe(_ -> draw())
                .and(model.troubleProperty().subscribe(_ -> draw()))
                .and(model.askingProperty().subscribe(again::setDisable))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()))
                .and(() -> model.replays().removeListener(replaying));
    }

    private Node head() {
        Label title = new Label();
        title.textProperty().bind(seat.texts().live("connection.title"));
        title.getStyleClass().add("heading-large");
        asOf.getStyleClass().addAll("muted", "text-small");
        again.setId("connection-again");
        again.getStyleClass().addAll("flat", "button-icon");
        again.accessibleTextProperty().bind(seat.texts().live("connection.again"));
        again.setOnAction(_ -> model.refresh());
        HBox head = new HBox(title, Lines.gap(), asOf, again, periods());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    private Node periods() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("periods");
        for (int days : PERIODS) {
            ToggleButton button = new ToggleButton();
            button.setId("connection-days-" + days);
            button.textProperty().bind(seat.texts().live("connection.days", days));
            button.setToggleGroup(group);
            button.setSelected(model.daysProperty().get() == days);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.daysProperty().set(days);
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private Node troubleLine() {
        trouble.setId("connection-trouble");
        trouble.getStyleClass().add("trouble");
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.managedProperty().bind(trouble.visibleProperty());
        return trouble;
    }

    private void draw() {
        Optional<String> why = model.troubleProperty().get();
        trouble.setVisible(why.isPresent());
        trouble.setText(
                why.map(words -> seat.texts().say("connection.trouble", words)).orElse(""));
        model.booksProperty().get().ifPresentOrElse(this::draw, this::drawWaiting);
        asOf.setText(model.booksProperty()
                .get()
                .map(books -> seat.texts().say("connection.as-of", seat.times().clock(books.now())))
                .orElse(""));
    }

    private void drawWaiting() {
        waiting.setText(
                model.troubleProperty().get().isPresent() ? "" : seat.texts().say("connection.asking"));
        body.getChildren().setAll(waiting);
    }

    private void draw(Books books) {
        cards.show(books);
        table.show(books);
        aside.show(books);
        // what waits for somebody stands above what is only to be read
        List<Node> order = books.setAside().isEmpty() ? List.of(cards, table, aside) : List.of(cards, aside, table);
        if (!body.getChildren().equals(order)) {
            body.getChildren().setAll(order);
        }
    }
}
