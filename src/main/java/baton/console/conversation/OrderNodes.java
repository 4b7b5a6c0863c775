// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Texts;
import baton.console.Times;
import baton.domain.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A cart: its lines, the total in each currency, and what the customer wrote with it. Screen's thread only. */
final class OrderNodes {
    private final Texts texts;
    private final Times times;

    OrderNodes(Desk desk) {
        this.texts = desk.texts();
        this.times = desk.times();
    }

    List<Node> of(Content.Order order, Function<String, ? extends Node> words) {
        var nodes = new ArrayList<Node>();
        nodes.add(Parts.card(
                Icons.CART,
                texts.say("content.cart"),
                texts.count(
                        "content.order.one", "content.order.many", order.items().size())));
        var lines = new VBox();
        lines.getStyleClass().add("order");
        order.items().forEach(item -> lines.getChildren().add(line(item)));
        totals(order).forEach((currency, sum) -> lines.getChildren().add(total(times.money(sum, currency))));
        nodes.add(lines);
        order.text().map(words).ifPresent(nodes::add);
        return nodes;
    }

    private Node line(Content.Item item) {
        Label quantity = figures(times.number(item.quantity()) + " ×", "muted");
        Label name = Parts.label(item.retailerId());
        return row(quantity, name, figures(times.money(item.price().multiply(item.quantity()), item.currency())));
    }

    private Node total(String sum) {
        var row = row(figures(""), Parts.label(texts.say("content.total"), "strong"), figures(sum, "strong-figures"));
        row.getStyleClass().add("total");
        return row;
    }

    private static HBox row(Label quantity, Label name, Label money) {
        quantity.getStyleClass().add("quantity");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var row = new HBox(quantity, name, money);
        row.getStyleClass().add("order-line");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Label figures(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().add("figures");
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Map<String, BigDecimal> totals(Content.Order order) {
        var totals = new TreeMap<String, BigDecimal>();
        order.items()
                .forEach(
                        item -> totals.merge(item.currency(), item.price().multiply(item.quantity()), BigDecimal::add));
        return totals;
    }
}
