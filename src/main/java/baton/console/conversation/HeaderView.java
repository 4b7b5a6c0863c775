// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.ClaimRing;
import baton.console.CustomerName;
import baton.console.Hint;
import baton.console.Icons;
import baton.console.Lines;
import baton.console.NameView;
import baton.console.Seat;
import baton.console.Subscriptions;
import baton.console.inbox.InboxRow;
import baton.domain.Identity;
import baton.sync.ConversationRow;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Above the bubbles: with whom, who has it for how long, how long the window is open, and what one can do with it. */
final class HeaderView extends VBox {
    private final Seat seat;
    private final ConversationModel model;
    private final NameView name;
    private final Label number = new Label();
    private final Label whose = new Label();
    private final Label window = new Label();
    private final ClaimRing ring = new ClaimRing();
    private final Button claim;
    private final Button release;
    private final Button resolve;
    private final Button reopen;

    HeaderView(Seat seat, ConversationModel model, Runnable resolved) {
        this.seat = seat;
        this.model = model;
        name = new NameView(seat.emoji());
        claim = button("claim", Icons.HOLD, model::claim);
        release = button("release", Icons.CLOSE, model::release);
        resolve = button("resolve", Icons.TICK, resolved);
        reopen = button("reopen", Icons.UNDO, model::reopen);
        claim.getStyleClass().add("accent");
        build();
        Subscriptions.whileShowing(this, this::follow);
    }

    private void build() {
        getStyleClass().add("conversation-head");
        name.setId("conversation-name");
        name.getStyleClass().add("heading");
        number.getStyleClass().addAll("muted", "text-small", "figures");
        whose.setId("conversation-holder");
        whose.getStyleClass().addAll("text-small", "figures");
        window.setId("conversation-window");
        window.getStyleClass().addAll("muted", "text-small");
        HBox first = Lines.of(name, number, Lines.gap(), claim, release, resolve, reopen);
        first.getStyleClass().add("first");
        HBox second = Lines.of(ring, whose, window);
        getChildren().setAll(first, second);
    }

    private Button button(String id, Icons icon, Runnable act) {
        Button button = new Button("", icon.icon());
        button.setId("conversation-" + id);
        button.getStyleClass().add("small");
        button.setFocusTraversable(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(seat.texts().live("head." + id));
        button.accessibleTextProperty().bind(seat.texts().live("head." + id + ".tip"));
        Hint.over(button);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private Subscription follow() {
        return model.standingProperty()
                .subscribe(_ -> draw())
                .and(model.rowProperty().subscribe(_ -> draw()))
                .and(seat.texts().languageProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        model.rowProperty().get().ifPresent(this::draw);
    }

    private void draw(ConversationRow row) {
        name.show(CustomerName.of(row.customer()));
        number.setText(row.customer()
                .identity(Identity.Kind.PHONE)
                .map(phone -> "+" + phone.value())
                .orElse(""));
        Standing standing = model.standingProperty().get();
        whose.setText(words(standing));
        window.setText(window(standing, row));
        row.heldAt(seat.ticker().now())
                .ifPresent(held -> ring.show(
                        held.until(), InboxRow.whole(row), seat.ticker().now(), whose.getText()));
        Lines.show(ring, standing instanceof Standing.Mine || standing instanceof Standing.Other);
        Lines.show(claim, standing instanceof Standing.Free);
        Lines.show(release, standing instanceof Standing.Mine);
        Lines.show(resolve, standing instanceof Standing.Mine || standing instanceof Standing.Free);
        Lines.show(reopen, standing instanceof Standing.Resolved);
    }

    private String words(Standing standing) {
        return switch (standing) {
            case Standing.Nothing _ -> "";
            case Standing.Looking _ -> seat.texts().say("head.looking");
            case Standing.Free _ -> seat.texts().say("head.free");
            case Standing.Resolved _ -> seat.texts().say("head.resolved");
            case Standing.Mine mine ->
                seat.texts().say("head.mine", seat.times().countdown(mine.left()));
            case Standing.Other other ->
                seat.texts().say("head.other", other.holder(), seat.times().countdown(other.left()));
        };
    }

    private String window(Standing standing, ConversationRow row) {
        if (standing instanceof Standing.Resolved) {
            return "";
        }
        Optional<Duration> left = row.windowClosesAt()
                .map(closes -> Duration.between(seat.ticker().now(), closes))
                .filter(Duration::isPositive);
        String said = left.map(
                        open -> seat.texts().say("head.window", seat.times().length(open)))
                .orElseGet(() -> seat.texts().say("head.window-closed"));
        return "·  " + said;
    }
}
