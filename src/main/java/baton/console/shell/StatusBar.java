// SPDX-License-Identifier: Apache-2.0
package baton.console.shell;

import baton.console.Lines;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.connection.ConnectionModel;
import baton.sync.LinkState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The line at the bottom: the link, its latency (SPEC.md B15), what is queued, and the hub's clock. */
final class StatusBar extends HBox {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /** Below these widths the clock, then the latency give way to what must be read. */
    private static final double WITH_CLOCK = 900;

    private static final double WITH_LATENCY = 760;

    private final Seat seat;
    private final LinkModel model;
    private final Label link = new Label("", new Region());
    private final Label latency = new Label();
    private final Label queued = new Label();
    private final Label clock = new Label();

    StatusBar(Seat seat, LinkModel model, ConnectionModel connection) {
        this.seat = seat;
        this.model = model;
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        link.setId("status-link");
        link.getGraphic().getStyleClass().add("dot");
        latency.setId("status-latency");
        queued.setId("status-queued");
        clock.setId("status-clock");
        List.of(link, queued).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        widthProperty().subscribe(width -> Lines.show(clock, width.doubleValue() >= WITH_CLOCK));
        widthProperty().subscribe(width -> Lines.show(latency, width.doubleValue() >= WITH_LATENCY));
        if (connection.isForMe()) {
            link.getStyleClass().add("way");
            link.setOnMouseClicked(_ -> connection.openProperty().set(true));
        }
        latency.getStyleClass().add("figures");
        clock.getStyleClass().add("figures");
        getChildren().setAll(link, latency, queued, Lines.gap(), clock);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.stateProperty()
                .subscribe(_ -> draw())
                .and(model.outboxProperty().subscribe(_ -> draw()))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()))
                .and(seat.ticker()
                        .nowProperty()
                        .subscribe(now -> clock.setText(
                                seat.texts().say("status.clock", seat.times().clock(now)))));
    }

    private void draw() {
        LinkState state = model.stateProperty().get();
        link.setText(seat.texts().say("link." + state.getClass().getSimpleName()));
        link.pseudoClassStateChanged(GOOD, state instanceof LinkState.Online);
        link.pseudoClassStateChanged(BAD, state instanceof LinkState.Offline || state instanceof LinkState.Refused);
        latency.setText(state instanceof LinkState.Online online ? latency(online) : "");
        int waiting = model.outboxProperty().get().queued();
        queued.setText(waiting == 0 ? "" : seat.texts().count("status.queued.one", "status.queued.many", waiting));
        clock.setText(seat.texts()
                .say("status.clock", seat.times().clock(seat.ticker().now())));
    }

    private String latency(LinkState.Online online) {
        return online.latency()
                .map(now -> seat.texts().say("status.latency", said(Optional.of(now)), said(online.p95())))
                .orElse("");
    }

    private String said(Optional<Duration> length) {
        return length.map(known -> String.format(Locale.ROOT, "%d ms", known.toMillis()))
                .orElse("–");
    }
}
