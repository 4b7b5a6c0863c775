// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line across with words in its middle: a day, or where unread begins. */
final class Divider extends HBox {
    Divider(String words, String style) {
        getStyleClass().addAll("divider", style);
        var label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("text-small");
        setAccessibleText(words);
        getChildren().setAll(rule(), label, rule());
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }
}
