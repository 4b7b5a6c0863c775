// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Icons;
import baton.console.Lines;
import baton.console.PersonName;
import baton.console.Seat;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.sync.Books;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What was set aside, each with its reason, its raw JSON one click away, and the ways to take it in again or put it away; below,
 * what was put away last. Screen's thread only.
 */
final class AsideList extends VBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final int LINES = 8;
    /** About as many fit into a line. */
    private static final int LETTERS = 120;

    private final Seat seat;
    private final ConnectionModel model;
    private final Set<Long> unfolded = new HashSet<>();
    private final Map<Long, PutAwayForm> forms = new HashMap<>();

    AsideList(Seat seat, ConnectionModel model) {
        this.seat = seat;
        this.model = model;
        setId("connection-aside");
        getStyleClass().add("section");
    }

    void show(Books books) {
        Optional<PutAwayForm> typing =
                forms.values().stream().filter(PutAwayForm::isTyping).findFirst();
        draw(books);
        typing.ifPresent(PutAwayForm::goOn);
    }

    private void draw(Books books) {
        Label title = new Label(say("connection.aside", seat.times().number(books.setAsideTotal())));
        title.getStyleClass().add("heading");
        Label how = new Label(say(model.canReplay() ? "connection.aside.how" : "connection.aside.who"));
        how.getStyleClass().addAll("muted", "text-small");
        how.setWrapText(true);
        getChildren().setAll(title, how);
        if (books.setAside().isEmpty()) {
            Label nothing = new Label(say("connection.aside.empty"), Icons.TICK.icon());
            nothing.getStyleClass().add("nothing");
            getChildren().add(nothing);
        }
        if (books.setAsideTotal() > books.setAside().size()) {
            getChildren().add(newest(books));
        }
        settled(books);
        books.setAside().forEach(entry -> getChildren().add(row(entry, books)));
        if (!books.putAway().isEmpty()) {
            Label rest = new Label(say("connection.away"));
            rest.setId("connection-away");
            rest.getStyleClass().addAll("heading", "away");
            getChildren().add(rest);
            books.putAway().forEach(entry -> getChildren().add(row(entry, books)));
        }
    }

    private Label newest(Books books) {
        Label newest = new Label(say(
                "connection.aside.newest", seat.times().number(books.setAside().size())));
        newest.getStyleClass().addAll("muted", "text-small");
        return newest;
    }

    /** Replays that placed everything leave no row behind, so their outcome stands above the rows. */
    private void settled(Books books) {
        Set<DeliveryId> open = new HashSet<>();
        books.setAside().forEach(entry -> open.add(entry.delivery()));
        books.putAway().forEach(entry -> open.add(entry.delivery()));
        model.replays().forEach((delivery, state) -> {
            if (!open.contains(delivery)) {
                outcome(Optional.of(state)).ifPresent(label -> {
                    label.setText(delivery.value() + ": " + label.getText());
                    getChildren().add(label);
                });
            }
        });
    }

    private Node row(Books.Aside entry, Books books) {
        Label reason = new Label(say("connection.reason." + entry.reason()), Icons.WARNING.icon());
        reason.getStyleClass().add("strong");
        Label where = new Label(entry.number()
                        .map(NumberId::value)
                        .map(number -> number + " · ")
                        .orElse("") + say("connection.ago", seat.times().since(entry.at(), books.now())) + " · "
                + entry.delivery().value());
        where.getStyleClass().addAll("muted", "text-small");
        HBox line = new HBox(reason, where, Lines.gap());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        Optional<Replaying> state = Optional.ofNullable(model.replays().get(entry.delivery()));
        outcome(state).ifPresent(line.getChildren()::add);
        entry.raw().ifPresent(_ -> line.getChildren().add(rawButton(entry, books)));
        if (model.canReplay()) {
            line.getChildren().add(replayButton(entry, state));
            putAwayButton(entry, books).ifPresent(line.getChildren()::add);
        }
        Label why = new Label(entry.why());
        why.setWrapText(true);
        why.getStyleClass().add("text-small");
        VBox row = new VBox(line, why);
        row.setId("aside-" + entry.id());
        row.getStyleClass().add("entry");
        rest(entry, books).ifPresent(row.getChildren()::add);
        entry.raw()
                .filter(_ -> unfolded.contains(entry.id()))
                .ifPresent(raw -> row.getChildren().add(json(raw)));
        return row;
    }

    /** Who put it away, or the question why. */
    private Optional<Node> rest(Books.Aside entry, Books books) {
        return entry.putAway()
                .<Node>map(away -> {
                    String who = PersonName.of(away.by(), seat.workspace().people());
                    String when = seat.times().since(away.at(), books.now());
                    Label rest = new Label(say("connection.away.by", who, when, away.why()));
                    rest.setWrapText(true);
                    rest.getStyleClass().addAll("muted", "text-small");
                    return rest;
                })
                .or(() -> Optional.ofNullable(forms.get(entry.id())));
    }

    private Optional<Node> putAwayButton(Books.Aside entry, Books books) {
        if (entry.putAway().isPresent()) {
            return Optional.empty();
        }
        Button button = new Button(say("connection.put-away.ask"), Icons.HIDDEN.icon());
        button.setId("put-away-" + entry.id());
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> {
            if (forms.remove(entry.id()) == null) {
                forms.put(entry.id(), new PutAwayForm(seat, entry.id(), why -> putAway(entry, why)));
            }
            show(books);
            Optional.ofNullable(forms.get(entry.id())).ifPresent(PutAwayForm::goOn);
        });
        return Optional.of(button);
    }

    private void putAway(Books.Aside entry, String why) {
        forms.remove(entry.id());
        model.putAway(entry, why);
    }

    private Button rawButton(Books.Aside entry, Books books) {
        Button button = new Button(say("connection.raw"), Icons.CODE.icon());
        button.setId("raw-" + entry.id());
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(_ -> {
            if (!unfolded.remove(entry.id())) {
                unfolded.add(entry.id());
            }
            show(books);
        });
        return button;
    }

    private Button replayButton(Books.Aside entry, Optional<Replaying> state) {
        boolean works = state.filter(Replaying.Working.class::isInstance).isPresent();
        Button button = new Button(say(works ? "connection.replaying" : "connection.replay"), Icons.RETRY.icon());
        button.setId("replay-" + entry.id());
        button.getStyleClass().add("small");
        button.setDisable(works);
        button.setOnAction(_ -> model.replay(entry.delivery()));
        return button;
    }

    private Optional<Label> outcome(Optional<Replaying> state) {
        return state.flatMap(known -> switch (known) {
            case Replaying.Working _ -> Optional.empty();
            case Replaying.Answered answered ->
                Optional.of(said(say("connection.replayed." + answered.result()), false));
            case Replaying.Refused refused -> Optional.of(said(say("connection.not-replayed", refused.why()), true));
        });
    }

    private static Label said(String words, boolean bad) {
        Label label = new Label(words);
        label.getStyleClass().addAll("outcome", "text-small");
        label.pseudoClassStateChanged(BAD, bad);
        return label;
    }

    private TextArea json(String raw) {
        TextArea text = new TextArea(raw);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(Math.clamp(raw.length() / LETTERS + 1, 2, LINES));
        text.getStyleClass().add("mono");
        text.setAccessibleText(say("connection.raw"));
        return text;
    }

    private String say(String key, Object... facts) {
        return seat.texts().say(key, facts);
    }
}
