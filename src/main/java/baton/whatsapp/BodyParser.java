// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes to one JSON object. What is JSON but unusual (broken UTF-8, numbers of a thousand digits) must not cost a whole delivery. */
final class BodyParser {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private static final String NO_OBJECT = "the body is no JSON object";

    private BodyParser() {}

    /** Empty when it is JSON beyond what can be held; {@link NotJson} when it is no JSON object. */
    static Optional<Fields> parse(byte[] body) throws NotJson {
        Optional<JsonNode> root = tree(body);
        if (root.isPresent() && !root.get().isObject()) {
            throw new NotJson(NO_OBJECT);
        }
        return root.map(Fields::new);
    }

    private static Optional<JsonNode> tree(byte[] body) throws NotJson {
        try {
            return Optional.of(EXACT.readTree(body));
        } catch (RuntimeException _) {
            return secondTry(new String(body, StandardCharsets.UTF_8));
        }
    }

    /** The same as text, with broken bytes replaced and huge numbers taken as infinite. */
    private static Optional<JsonNode> secondTry(String body) throws NotJson {
        try {
            return Optional.of(LENIENT.readTree(body));
        } catch (StreamConstraintsException _) {
            return tooMuch(body);
        } catch (StreamReadException e) {
            throw new NotJson(e.getOriginalMessage());
        } catch (RuntimeException _) {
            return tooMuch(body);
        }
    }

    /** Only what begins as an object can be one that is more than we can hold. */
    private static Optional<JsonNode> tooMuch(String body) throws NotJson {
        if (!body.strip().startsWith("{")) {
            throw new NotJson(NO_OBJECT);
        }
        return Optional.empty();
    }
}
