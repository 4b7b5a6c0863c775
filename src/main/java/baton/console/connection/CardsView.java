// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Icons;
import baton.console.Seat;
import baton.domain.Silence;
import baton.sync.Books;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One card for the line to Meta, one for the token, one for each number. Screen's thread only. */
final class CardsView extends FlowPane {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Seat seat;

    CardsView(Seat seat) {
        this.seat = seat;
        setId("connection-cards");
        getStyleClass().add("cards");
    }

    void show(Books books) {
        getChildren().setAll(line(books.platform()), token(books.platform().token()));
        books.numbers().forEach(number -> getChildren().add(number(number, books)));
    }

    private Node line(Books.Platform platform) {
        Optional<Boolean> works = platform.works();
        String state = works.map(good -> good ? "connection.line.works" : "connection.line.broken")
                .orElse("connection.line.unknown");
        String more = platform.why()
                .orElseGet(() -> works.isPresent()
                        ? say("connection.since", seat.times().full(platform.since()))
                        : say("connection.line.unasked"));
        return card("connection.line", say(state), more, works);
    }

    private Node token(Optional<Books.Token> token) {
        if (token.isEmpty()) {
            return card(
                    "connection.token",
                    say("connection.token.unknown"),
                    say("connection.line.unasked"),
                    Optional.empty());
        }
        Books.Token known = token.get();
        String asked = say("connection.token.asked", seat.times().clock(known.asked()));
        if (!known.valid()) {
            return card(
                    "connection.token", say("connection.token.over"), say("connection.token.mend"), Optional.of(false));
        }
        if (!known.missing().isEmpty()) {
            return card(
                    "connection.token",
                    say("connection.token.lacks"),
                    String.join(", ", known.missing()),
                    Optional.of(false));
        }
        String until = known.expires()
                .map(end -> say("connection.token.until", seat.times().full(end)))
                .orElseGet(() -> say("connection.token.forever"));
        return card("connection.token", until, asked, Optional.of(true));
    }

    private Node number(Books.Line line, Books books) {
        Silence silence = line.silence();
        String last = silence.last()
                .map(at -> say("connection.last", seat.times().since(at, books.now())))
                .orElseGet(() -> say("connection.last.never"));
        String more = switch (silence.state()) {
            case SILENT ->
                say(
                        "connection.silent",
                        seat.times().full(silence.since()),
                        seat.times().number(silence.usual()));
            case LOW ->
                say(
                        "connection.low",
                        seat.times().number(silence.came()),
                        seat.times().number(silence.usual()));
            case USUAL ->
                say(
                        "connection.usual",
                        seat.times().number(silence.came()),
                        seat.times().number(silence.usual()));
            case NOT_ENOUGH_HISTORY -> say("connection.no-history");
        };
        Optional<Boolean> mood = silence.state() == Silence.State.NOT_ENOUGH_HISTORY
                ? Optional.empty()
                : Optional.of(!silence.needsALook());
        Node card = card("connection.number", last, more, mood, line.number().value());
        card.setId("connection-number-" + line.number().value());
        return card;
    }

    private Node card(String title, String state, String more, Optional<Boolean> good, Object... facts) {
        Label name = new Label(say(title, facts));
        name.getStyleClass().addAll("muted", "text-small");
        Label said = new Label(state, icon(good).icon());
        said.getStyleClass().addAll("strong", "state");
        said.setWrapText(true);
        Label small = new Label(more);
        small.getStyleClass().addAll("muted", "text-small");
        small.setWrapText(true);
        VBox card = new VBox(name, said, small);
        card.getStyleClass().add("tile");
        card.setFocusTraversable(true);
        card.setAccessibleText(name.getText() + ": " + state + ". " + more);
        card.pseudoClassStateChanged(GOOD, good.orElse(false));
        card.pseudoClassStateChanged(BAD, !good.orElse(true));
        return card;
    }

    private static Icons icon(Optional<Boolean> good) {
        return good.map(fine -> fine ? Icons.TICK : Icons.WARNING).orElse(Icons.UNCERTAIN);
    }

    private String say(String key, Object... facts) {
        return seat.texts().say(key, facts);
    }
}
