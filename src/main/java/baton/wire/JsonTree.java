// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON into a tree without a mapper: making {@link Json#MAPPER} takes longer than to read what a window waits for. Nothing is bound to types here;
 * a row is made of its tree by {@link Rows}. Safe from any thread.
 */
public final class JsonTree {
    private static final JsonFactory TEXT = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /**
     * The one value in these bytes, UTF-8. Refuses what is no JSON, or more than one value, with a {@link tools.jackson.core.JacksonException}.
     */
    public static JsonNode read(byte[] json) {
        try (JsonParser parser = TEXT.createParser(ObjectReadContext.empty(), json)) {
            JsonNode value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw refused(parser, "There must be nothing after the value");
            }
            return value;
        }
    }

    private static JsonNode value(JsonParser parser, @Nullable JsonToken token) {
        if (token == null) { // not a case below: Java would make code for such a switch at each start, 10 ms of it
            throw refused(parser, "There must be a value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw refused(parser, "There must be a value");
        };
    }

    private static JsonNode whole(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? NODES.numberNode(parser.getBigIntegerValue())
                : NODES.numberNode(parser.getLongValue());
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    private static StreamReadException refused(JsonParser parser, String must) {
        return new StreamReadException(parser, must);
    }
}
