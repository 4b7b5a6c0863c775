// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON trees, leniently: what is absent or of another type reads as empty. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The tree of these bytes; empty when they are no JSON. */
    static Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The object in these bytes; empty when they hold anything else. No bytes at all read as an empty object. */
    static Optional<ObjectNode> readObject(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(object());
        }
        return read(bytes).flatMap(Json::asObject);
    }

    static Optional<ObjectNode> asObject(JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** A property as text, numbers included; empty text when it is absent, null or a container. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asString("");
    }

    static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(text -> !text.isEmpty());
    }

    /** The elements of an array property; none when it is absent or no array. */
    static Stream<JsonNode> elements(JsonNode node, String name) {
        return node.path(name) instanceof ArrayNode array ? array.valueStream() : Stream.empty();
    }
}
