// SPDX-License-Identifier: Apache-2.0
package baton.console.phone;

import baton.console.Seat;
import baton.console.Subscriptions;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The messages on a phone, the newest in view; a message that only changes keeps its bubble. */
final class PhoneThread extends ScrollPane {
    private static final int MOST = 60;
    private static final double AT_THE_END = 0.98;

    private final Seat seat;
    private final PhoneModel model;
    private final VBox bubbles = new VBox();
    private final Label none = new Label();
    private List<PhoneScreen.Line> shown = List.of();

    PhoneThread(Seat seat, PhoneModel model) {
        this.seat = seat;
        this.model = model;
        setId("phone-thread");
        getStyleClass().addAll("edge-to-edge", "phone-thread");
        bubbles.getStyleClass().add("bubbles");
        bubbles.setAlignment(Pos.BOTTOM_LEFT);
        none.textProperty().bind(seat.texts().live("phone.empty"));
        none.getStyleClass().addAll("muted", "text-small", "none");
        none.setWrapText(true);
        accessibleTextProperty().bind(seat.texts().live("phone.thread"));
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(bubbles);
        Subscriptions.whileShowing(this, this::follow);
    }

    private Subscription follow() {
        return model.screenProperty()
                .subscribe(this::show)
                .and(seat.texts().languageProperty().subscribe((_, _) -> again()))
                .and(bubbles.heightProperty().subscribe((was, now) -> stay(was.doubleValue(), now.doubleValue())));
    }

    private void again() {
        shown = List.of();
        show(model.screenProperty().get());
    }

    private void show(PhoneScreen screen) {
        List<PhoneScreen.Line> lines = screen.lines();
        List<PhoneScreen.Line> next = lines.subList(Math.max(0, lines.size() - MOST), lines.size()).stream()
                .toList();
        if (next.equals(shown) && !next.isEmpty()) {
            return;
        }
        if (isGrown(next)) {
            grow(next);
        } else {
            bubbles.getChildren().setAll(next.stream().map(this::bubble).toList());
            setVvalue(1);
        }
        if (next.isEmpty()) {
            bubbles.getChildren().setAll(none);
        }
        shown = next;
    }

    private Node bubble(PhoneScreen.Line line) {
        return new PhoneBubble(seat, line);
    }

    private boolean isGrown(List<PhoneScreen.Line> next) {
        if (shown.isEmpty() || next.size() < shown.size()) {
            return false;
        }
        for (int place = 0; place < shown.size(); place++) {
            if (!shown.get(place).id().equals(next.get(place).id())) {
                return false;
            }
        }
        return true;
    }

    private void grow(List<PhoneScreen.Line> next) {
        for (int place = 0; place < next.size(); place++) {
            if (place >= shown.size()) {
                bubbles.getChildren().add(bubble(next.get(place)));
            } else if (!shown.get(place).equals(next.get(place))
                    && bubbles.getChildren().get(place) instanceof PhoneBubble bubble) {
                bubble.show(next.get(place));
            }
        }
    }

    /** Whoever reads the newest goes on reading the newest; whoever has scrolled up stays there. */
    private void stay(double was, double now) {
        if (now > was && getVvalue() >= AT_THE_END) {
            layout();
            setVvalue(1);
        }
    }
}
