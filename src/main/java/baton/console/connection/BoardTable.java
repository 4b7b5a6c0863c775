// SPDX-License-Identifier: Apache-2.0
package baton.console.connection;

import baton.console.Seat;
import baton.domain.SetAside;
import baton.sync.Books;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The board: one line a day and number, received on the left and where it went on the right (SPEC.md B2). Screen's thread only. */
final class BoardTable extends VBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final List<String> COLUMNS =
            List.of("day", "number", "received", "shown", "waiting", "doubled", "aside", "missing");
    private static final int WORDS = 2;

    private final Seat seat;
    private final Label title = new Label();
    private final Label explanation = new Label();
    private final GridPane grid = new GridPane();
    private final Label nothing = new Label();

    BoardTable(Seat seat) {
        this.seat = seat;
        title.getStyleClass().add("heading");
        explanation.getStyleClass().addAll("muted", "text-small");
        explanation.setWrapText(true);
        nothing.getStyleClass().add("nothing");
        grid.setId("connection-board");
        grid.getStyleClass().add("board");
        for (int column = 0; column < COLUMNS.size(); column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column < WORDS ? Priority.SOMETIMES : Priority.ALWAYS);
            width.setHalignment(column < WORDS ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(width);
        }
        getStyleClass().add("section");
    }

    void show(Books books) {
        title.setText(say("connection.board"));
        explanation.setText(say("connection.board.how"));
        nothing.setText(say("connection.board.empty"));
        grid.getChildren().clear();
        for (int column = 0; column < COLUMNS.size(); column++) {
            put(say("connection.column." + COLUMNS.get(column)), column, 0, "column");
        }
        LocalDate today = LocalDate.ofInstant(books.now(), ZoneOffset.UTC);
        int row = 1;
        Optional<LocalDate> above = Optional.empty();
        for (Books.Day day : books.days()) {
            boolean isSame = above.filter(day.day()::equals).isPresent();
            put(isSame ? "" : seat.times().dayName(day.day(), today), 0, row, "words");
            line(day, row);
            above = Optional.of(day.day());
            row++;
        }
        getChildren().setAll(title, explanation, books.days().isEmpty() ? nothing : grid);
    }

    private void line(Books.Day day, int row) {
        Books.Counts counts = day.counts();
        put(day.number().value(), 1, row, "figure");
        figure(counts.received(), 2, row);
        figure(counts.shown(), 3, row);
        figure(counts.waiting(), 4, row);
        figure(counts.doubled(), 5, row);
        Label aside = figure(counts.setAside(), 6, row);
        aside.setText(aside(counts, day.reasons()));
        aside.pseudoClassStateChanged(BAD, counts.setAside() > counts.putAway());
        String agrees = counts.missing() == 0
                ? say("connection.agrees")
                : say("connection.missing", seat.times().number(counts.missing()));
        put(agrees, 7, row, "figure", "agrees").pseudoClassStateChanged(BAD, counts.missing() != 0);
    }

    /** A nought steps back, so that what is not nought is seen. */
    private Label figure(long count, int column, int row) {
        Label cell = put(seat.times().number(count), column, row, "figure");
        cell.pseudoClassStateChanged(NONE, count == 0);
        return cell;
    }

    private String aside(Books.Counts counts, Map<SetAside, Long> reasons) {
        String number = seat.times().number(counts.setAside());
        String away = counts.putAway() == 0
                ? ""
                : " · " + say("connection.away.count", seat.times().number(counts.putAway()));
        return reasons.isEmpty()
                ? number
                : number + " · "
                        + reasons.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(reason -> say("connection.reason." + reason.getKey())
                                        + (reasons.size() > 1
                                                ? " " + seat.times().number(reason.getValue())
                                                : ""))
                                .collect(Collectors.joining(", "))
                        + away;
    }

    private Label put(String text, int column, int row, String... classes) {
        Label cell = new Label(text);
        cell.getStyleClass().add("cell");
        cell.getStyleClass().addAll(classes);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setAlignment(column < WORDS ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        cell.setWrapText(false);
        grid.add(cell, column, row);
        return cell;
    }

    private String say(String key, Object... facts) {
        return seat.texts().say(key, facts);
    }
}
