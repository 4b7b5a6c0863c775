// SPDX-License-Identifier: Apache-2.0
package baton.console.customer;

import baton.console.CustomerName;
import baton.console.Icons;
import baton.console.NameView;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.Themes;
import baton.domain.ConversationId;
import baton.domain.Customer;
import baton.domain.Identity;
import baton.domain.Line;
import baton.sync.ConversationRow;
import java.util.Comparator;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The right column: name, marks, first seen, marketing, and earlier conversations to go to. */
public final class CustomerView extends ScrollPane {
    private final Seat seat;
    private final CustomerModel model;
    private final Consumer<ConversationId> open;
    private final VBox whole = new VBox();

    /** {@code open}: goes to another conversation of this customer. */
    public CustomerView(Seat seat, CustomerModel model, Consumer<ConversationId> open) {
        this.seat = seat;
        this.model = model;
        this.open = open;
        setId("customer-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("customer", "edge-to-edge");
        getStylesheets().add(Themes.sheet(CustomerView.class, "customer.css"));
        accessibleTextProperty().bind(seat.texts().live("customer.panel"));
        whole.getStyleClass().add("panel");
        setContent(whole);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.shownProperty()
                .subscribe(_ -> draw())
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        whole.getChildren().clear();
        model.shownProperty().get().ifPresent(this::draw);
    }

    private void draw(CustomerModel.Shown shown) {
        Customer customer = shown.open().customer();
        NameView name = new NameView(seat.emoji(), "heading");
        name.show(CustomerName.of(customer));
        whole.getChildren().add(name);
        customer.username().ifPresent(user -> fact("customer.username", "@" + user));
        customer.identities().stream()
                .sorted(Comparator.comparing(identity -> identity.kind() != Identity.Kind.PHONE))
                .forEach(this::identity);
        fact("customer.first-seen", seat.times().full(customer.firstSeenAt()));
        fact("customer.number", shown.open().conversation().number().value());
        fact(
                "customer.marketing",
                seat.texts().say(customer.marketing() ? "customer.marketing.yes" : "customer.marketing.no"));
        section("customer.earlier", shown.others().size());
        shown.others().forEach(each -> whole.getChildren().add(earlier(each)));
        if (shown.others().isEmpty()) {
            Label none = new Label(seat.texts().say("customer.earlier.none"));
            none.getStyleClass().addAll("muted", "text-small");
            whole.getChildren().add(none);
        }
    }

    private void identity(Identity identity) {
        String value = identity.kind() == Identity.Kind.PHONE ? "+" + identity.value() : identity.value();
        fact("identity." + identity.kind(), value);
    }

    private void fact(String key, String value) {
        Label what = new Label(seat.texts().say(key));
        what.getStyleClass().addAll("muted", "text-tiny");
        Label said = new Label(value);
        said.setWrapText(true);
        said.getStyleClass().add("fact");
        VBox both = new VBox(what, said);
        both.getStyleClass().add("fact-box");
        whole.getChildren().add(both);
    }

    private void section(String key, int count) {
        Label title = new Label(seat.texts().say(key, seat.times().number(count)));
        title.getStyleClass().addAll("strong", "section");
        whole.getChildren().add(title);
    }

    private Node earlier(ConversationRow row) {
        String state = seat.texts().say(row.conversation().open() ? "customer.open" : "customer.resolved");
        String words = row.conversation().traffic().last().map(Line::words).orElse("");
        Label first =
                new Label(seat.times().date(seat.times().day(row.conversation().changedAt())) + " · " + state);
        first.getStyleClass().addAll("muted", "text-small");
        Button button = new Button(words.isBlank() ? state : words.replace('\n', ' '), Icons.HISTORY.icon());
        button.getStyleClass().addAll("flat", "earlier");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(_ -> open.accept(row.id()));
        return new VBox(first, button);
    }
}
