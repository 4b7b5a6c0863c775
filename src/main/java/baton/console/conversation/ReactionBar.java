// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Emoji;
import baton.console.EmojiView;
import baton.console.Hint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The reactions under a bubble; who put them there is told on hover and to screen readers. Screen's thread only. */
final class ReactionBar extends HBox {
    ReactionBar(List<BubbleRow.ReactionMark> marks, Desk desk) {
        getStyleClass().add("reactions");
        setAlignment(Pos.CENTER_LEFT);
        var wording = new Wording(desk);
        marks.forEach(mark -> getChildren().add(chip(mark, wording.reaction(mark), desk.emoji())));
    }

    private static Node chip(BubbleRow.ReactionMark mark, String spoken, Emoji emoji) {
        var chip = new HBox();
        chip.getStyleClass().add("reaction");
        chip.setAlignment(Pos.CENTER);
        chip.getChildren()
                .add(emoji.picture(mark.emoji())
                        .<Node>map(image -> new EmojiView(mark.emoji(), image))
                        .orElseGet(() -> new Label(mark.emoji())));
        if (mark.names().size() > 1) {
            var count = new Label(String.valueOf(mark.names().size()));
            count.getStyleClass().addAll("figures", "text-tiny");
            chip.getChildren().add(count);
        }
        chip.setAccessibleText(spoken);
        Hint.over(chip, () -> spoken);
        return chip;
    }
}
