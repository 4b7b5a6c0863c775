// SPDX-License-Identifier: Apache-2.0
package baton.console.conversation;

import baton.console.Icons;
import baton.console.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message as it was delivered, one click away. Screen's thread only. */
final class RawJson extends VBox {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "flow_token";

    private final String raw;
    private final Texts texts;
    private final Button toggle;
    private boolean isOpen;

    RawJson(String raw, Texts texts) {
        this.raw = raw;
        this.texts = texts;
        this.toggle = Parts.button(texts.say("bubble.raw-show"), Icons.CODE, this::turn);
        Button copy = Parts.button(texts.say("bubble.raw-copy"), Icons.COPY, this::copy);
        getStyleClass().add("raw");
        var buttons = new HBox(toggle, copy);
        buttons.getStyleClass().add("bubble-buttons");
        getChildren().setAll(buttons);
    }

    /** The answers of a form by their names, as far as they can be read; the token that only machines need is left out. */
    static Map<String, String> fields(String response) {
        var fields = new LinkedHashMap<String, String>();
        try {
            JsonNode answers = JSON.readTree(response);
            answers.propertyNames().forEach(name -> fields.put(name, written(answers.path(name))));
        } catch (JacksonException e) {
            fields.put("response", response);
        }
        fields.remove(TOKEN);
        return fields;
    }

    private static String written(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private void turn() {
        fireEvent(new Growing());
        isOpen = !isOpen;
        toggle.setText(texts.say(isOpen ? "bubble.raw-hide" : "bubble.raw-show"));
        if (isOpen) {
            var text = new Text(pretty());
            text.getStyleClass().addAll("words", "mono");
            var box = new TextFlow(text);
            box.getStyleClass().add("raw-text");
            getChildren().add(box);
        } else {
            getChildren().removeLast();
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(raw);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String pretty() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(raw));
        } catch (JacksonException e) {
            return raw;
        }
    }
}
